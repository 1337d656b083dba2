package org.separatrix.core.bound;

import java.util.List;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.interval.ThirdDerivatives;

/**
 * The operator norm of the third derivatives by the coordinates of a block of the Hessian, as a
 * function of the point.
 *
 * @param function the function f
 * @param coordinates those of the block, which depends on no others
 * @param root the box as a whole
 */
record BlockTensor(ThirdDerivatives function, int[] coordinates, IntervalVector root)
    implements Maximand {
  /** Larger blocks have too many fourth derivatives. */
  private static final int LARGEST_CENTERED = 6;

  /** Larger blocks have too many third derivatives, and no bound. */
  private static final int LARGEST = 64;

  @Override
  public Interval at(double[] x) {
    if (coordinates.length > LARGEST) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    Enclosure<List<IntervalMatrix>> tensor = atPoint(x);
    if (!tensor.isDefinedEverywhere()) {
      return Interval.EMPTY;
    }
    TensorNorm norm = new TensorNorm(tensor.range());
    double lower = norm.lower();
    return new Interval(lower, Math.max(lower, norm.upper(lower)));
  }

  @Override
  public double lowerAt(double[] x) {
    if (coordinates.length > LARGEST) {
      return 0;
    }
    Enclosure<List<IntervalMatrix>> tensor = atPoint(x);
    return tensor.isDefinedEverywhere() ? new TensorNorm(tensor.range()).lower() : Double.NaN;
  }

  @Override
  public Bound over(IntervalVector box, double sufficient) {
    if (coordinates.length > LARGEST) {
      return Bound.undefined(NONE);
    }
    Enclosure<List<IntervalMatrix>> tensor = function.thirdDerivatives(box, coordinates);
    int cut = Cuts.widest(box, root, coordinates);
    if (!tensor.isDefinedEverywhere()) {
      return Bound.undefined(cut);
    }
    double upper = new TensorNorm(tensor.range()).upper(sufficient);
    if (upper > sufficient && coordinates.length <= LARGEST_CENTERED) {
      Enclosure<List<IntervalMatrix>> centered =
          function.meanValueThirdDerivatives(box, coordinates);
      if (centered.isDefinedEverywhere()) {
        upper = Math.min(upper, new TensorNorm(centered.range()).upper(sufficient));
      }
    }
    return new Bound(upper, true, cut);
  }

  private Enclosure<List<IntervalMatrix>> atPoint(double[] x) {
    return function.thirdDerivatives(IntervalVector.point(x), coordinates);
  }
}

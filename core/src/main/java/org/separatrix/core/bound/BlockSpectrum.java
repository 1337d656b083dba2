package org.separatrix.core.bound;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.interval.ThirdDerivatives;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * A measure of the eigenvalues of a principal submatrix of the Hessian, as a function of the point.
 *
 * <p>On a box, the entries' own enclosures are tried first: cheap, and nearly sharp where the
 * maximum lies in a corner. Where they are not good enough, {@link CenteredSpectrum} is asked.
 *
 * @param function the function f
 * @param coordinates the rows and columns of the block, whose entries depend on no others
 * @param measure what to maximise
 * @param root the box as a whole
 */
record BlockSpectrum(
    IntervalExtension function, int[] coordinates, SpectralMeasure measure, IntervalVector root)
    implements Maximand {
  /** Larger blocks have too many third derivatives. */
  private static final int LARGEST_CENTERED = 16;

  /** Eigenvalues of larger blocks are not enclosed with all eigenvectors. */
  private static final int LARGEST_SOLVED = 64;

  @Override
  public Interval at(double[] x) {
    Enclosure<IntervalMatrix> hessian = function.hessian(IntervalVector.point(x), coordinates);
    if (!hessian.isDefinedEverywhere() || !hessian.range().isBounded()) {
      return Interval.EMPTY;
    }
    return coordinates.length <= LARGEST_SOLVED
        ? measure.of(hessian.range().eigenvalues())
        : betweenQuotients(hessian.range());
  }

  @Override
  public Bound over(IntervalVector box, double sufficient) {
    Enclosure<IntervalMatrix> hessian = function.hessian(box, coordinates);
    if (!hessian.isDefinedEverywhere()) {
      return Bound.undefined(Cuts.widest(box, root, coordinates));
    }
    IntervalMatrix natural = hessian.range();
    double upper = Math.min(measure.upper(natural.spectrum()), natural.frobeniusNorm());
    if (upper > sufficient
        && coordinates.length <= LARGEST_CENTERED
        && function instanceof ThirdDerivatives smooth) {
      Enclosure<List<IntervalMatrix>> slopes = smooth.thirdDerivatives(box, coordinates);
      if (slopes.isDefinedEverywhere()) {
        double centered = centered(box, natural, slopes.range());
        return new Bound(
            Math.min(upper, centered), true, Cuts.steepest(box, coordinates, slopes.range()));
      }
    }
    if (upper > sufficient && coordinates.length <= LARGEST_SOLVED) {
      upper = Math.min(upper, measure.of(natural.eigenvalues()).high());
    }
    return new Bound(upper, true, Cuts.widest(box, root, coordinates));
  }

  /** The quotients v'H v / v'v, with v near the outer eigenvectors, lie between the eigenvalues. */
  private Interval betweenQuotients(IntervalMatrix hessian) {
    double[][] vectors = SymmetricEigen.of(hessian.midpoint()).vectors();
    Interval spectrum = hessian.spectrum();
    double low = quotient(hessian, vectors[0]).high();
    double high = quotient(hessian, vectors[vectors.length - 1]).low();
    return measure.of(
        new Interval(spectrum.low(), Math.max(low, spectrum.low())),
        new Interval(Math.min(high, spectrum.high()), spectrum.high()));
  }

  private static Interval quotient(IntervalMatrix matrix, double[] v) {
    IntervalVector vector = IntervalVector.point(v);
    return matrix.times(vector).dot(vector).dividedBy(vector.dot(vector));
  }

  private double centered(IntervalVector box, IntervalMatrix natural, List<IntervalMatrix> slopes) {
    IntervalVector center = box;
    List<Interval> offsets = new ArrayList<>(coordinates.length);
    for (int k : coordinates) {
      Interval middle = Interval.point(box.get(k).midpoint());
      center = center.with(k, middle);
      offsets.add(box.get(k).minus(middle));
    }
    IntervalMatrix middle = function.hessian(center, coordinates).range();
    return middle.isBounded() && natural.isBounded()
        ? measure.upper(new CenteredSpectrum(middle, slopes, offsets).within(natural))
        : Double.POSITIVE_INFINITY;
  }
}

package org.separatrix.core.region;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Looks for a {@link Collision} of gradient descent in a box, beside a {@link FoldPoint}, by
 * Newton's method on a {@link FoldSystem}, and proves it by Krawczyk's test (1969): with y near a
 * solution, R near the inverse derivative and a box Y around y, there is a solution in Y if y - R
 * F(y) + (I - R F'(Y)) (Y - y) lies inside of Y.
 */
public final class CollisionSearch {
  private static final int NEWTON_STEPS = 20;

  /** Distances of p and q that are tried, as shares of the box's width. */
  private static final double[] DISTANCES = {0.25, 0.1, 0.04, 0.015, 0.005, 0.001};

  /** Half the width of Y, relative to what the midpoints' error suggests. */
  private static final double INFLATION = 1e-11;

  private final IntervalExtension gradient;
  private final double alpha;

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param alpha the step size
   */
  public CollisionSearch(IntervalExtension gradient, double alpha) {
    this.gradient = gradient;
    this.alpha = alpha;
  }

  /**
   * Searches a box.
   *
   * @param box where both points have to lie, bounded
   * @return a proven pair; nothing if none was found, which proves nothing
   */
  public Optional<Collision> in(IntervalVector box) {
    for (FoldPoint fold : new FoldSearch(gradient, alpha).in(box)) {
      for (double distance : DISTANCES) {
        double half = distance / 2 * box.width();
        Optional<Collision> found =
            prove(new FoldSystem(gradient, alpha, fold.point(), fold.frame(), fold.across(), half));
        if (found.isPresent() && box.contains(found.get().p()) && box.contains(found.get().q())) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Collision> prove(FoldSystem system) {
    double[] y = new double[system.middle().length];
    double[][] inverse = {};
    for (int step = 0; step < NEWTON_STEPS; step++) {
      IntervalVector at = IntervalVector.point(y);
      double[] residual = system.residual(at).midpoint();
      double[][] derivative = system.derivative(at).midpoint();
      try {
        inverse =
            new LUDecomposition(new Array2DRowRealMatrix(derivative, true))
                .getSolver()
                .getInverse()
                .getData();
      } catch (MathRuntimeException singular) {
        return Optional.empty();
      }
      for (int k = 0; k < y.length; k++) {
        for (int j = 0; j < y.length; j++) {
          y[k] -= inverse[k][j] * residual[j];
        }
      }
      if (!Arrays.stream(y).allMatch(Double::isFinite)) {
        return Optional.empty();
      }
    }
    IntervalVector proven = krawczyk(system, y, IntervalMatrix.point(inverse));
    return proven.isEmpty() || !system.p(proven).intersection(system.q(proven)).isEmpty()
        ? Optional.empty()
        : Optional.of(new Collision(system.p(proven), system.q(proven)));
  }

  /** Returns a box that contains a solution, empty if that cannot be proven. */
  private static IntervalVector krawczyk(FoldSystem system, double[] y, IntervalMatrix inverse) {
    IntervalVector center = IntervalVector.point(y);
    IntervalVector newton = center.minus(inverse.times(system.residual(center)));
    for (double inflation = INFLATION; inflation < 1e-3; inflation *= 100) {
      IntervalVector box = newton.hull(center).inflated(1, inflation);
      IntervalMatrix rest =
          IntervalMatrix.identity(y.length).minus(inverse.times(system.derivative(box)));
      IntervalVector image = newton.plus(rest.times(box.minus(center)));
      if (image.isBounded() && !image.isEmpty() && image.isInteriorTo(box)) {
        return image;
      }
    }
    return IntervalVector.of(Interval.EMPTY);
  }
}

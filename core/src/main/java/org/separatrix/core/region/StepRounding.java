package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Bounds of what a computed step of a method is wrong by, in the norm of some coordinates.
 *
 * <p>A step computes the position C xi and A xi + B grad f by at most 2 n + 2 roundings for each
 * number, in any order, fused or not; the gradient at a position that is wrong by p is wrong by |J|
 * p more. Where a coefficient of the {@link LiftedMap} is an interval, the given one differs from
 * the one that is meant by at most its width.
 */
final class StepRounding {
  private static final double UNIT = 0x1p-53;
  private static final double TINY = 0x1p-1000;

  private final MapInCoordinates local;
  private final GradientRounding rounding;

  StepRounding(MapInCoordinates local, GradientRounding rounding) {
    this.local = local;
    this.rounding = rounding;
  }

  /**
   * Returns a bound for the states of a ball.
   *
   * @param center contains the ball's center
   * @param radius the ball's radius, in the norm of the coordinates
   */
  double bound(IntervalVector center, double radius) {
    LiftedMap map = local.map();
    IntervalVector states = states(center, radius);
    Interval[] reached = new Interval[map.dimension()];
    Interval[] slack = new Interval[map.dimension()];
    for (int k = 0; k < reached.length; k++) {
      Interval position = combined(map.c(), states, k);
      double error = isFirstUnitVector() ? 0 : error(map.c(), states, k);
      slack[k] = Interval.ZERO.inflated(error);
      reached[k] = position.inflated(error);
    }
    IntervalVector positions = IntervalVector.of(reached);
    double[] evaluation = rounding.over(positions);
    IntervalMatrix jacobian = map.jacobian(positions);
    IntervalVector gradient = map.gradient().gradient(positions).range();
    IntervalVector shift = jacobian.times(IntervalVector.of(slack));
    double[] errors = new double[map.size()];
    for (int i = 0; i < errors.length; i++) {
      int k = i % map.dimension();
      double wrong = Rounding.sum(evaluation[k], magnitude(shift.get(k)));
      double seen = Rounding.sum(magnitude(gradient.get(k)), wrong);
      errors[i] = error(i / map.dimension(), states, k, seen, wrong);
    }
    return norm(errors);
  }

  /** The box of the states in the ball. */
  private IntervalVector states(IntervalVector center, double radius) {
    IntervalMatrix inverse = local.coordinates().inverse();
    Interval[] box = new Interval[center.dimension()];
    for (int i = 0; i < box.length; i++) {
      Interval[][] row = new Interval[1][box.length];
      for (int j = 0; j < box.length; j++) {
        row[0][j] = inverse.get(i, j);
      }
      double width = IntervalMatrix.of(row).frobeniusNorm();
      box[i] = center.get(i).inflated(Rounding.product(radius, width));
    }
    return IntervalVector.of(box);
  }

  private boolean isFirstUnitVector() {
    IntervalVector c = local.map().c();
    boolean unit = c.get(0).equals(Interval.ONE);
    for (int j = 1; j < c.dimension(); j++) {
      unit &= c.get(j).equals(Interval.ZERO);
    }
    return unit;
  }

  private double error(int row, IntervalVector states, int k, double gradient, double wrong) {
    LiftedMap map = local.map();
    Interval[] coefficients = new Interval[map.vectors()];
    Arrays.setAll(coefficients, j -> map.a().get(row, j));
    double b = map.b().get(row).magnitude();
    if (b == 0) {
      return error(IntervalVector.of(coefficients), states, k);
    }
    double term = Rounding.product(Rounding.product(b, gradient), relative());
    return Rounding.sum(
        error(IntervalVector.of(coefficients), states, k),
        Rounding.sum(term, Rounding.product(b, wrong)));
  }

  /** What sum_j c_j xi_j is computed wrong by, as a part of a sum with one more term. */
  private double error(IntervalVector coefficients, IntervalVector states, int k) {
    double error = TINY;
    int d = local.map().dimension();
    for (int j = 0; j < coefficients.dimension(); j++) {
      Interval coefficient = coefficients.get(j);
      double factor =
          Rounding.sum(Rounding.product(coefficient.magnitude(), relative()), coefficient.width());
      error = Rounding.sum(error, Rounding.product(factor, states.get(j * d + k).magnitude()));
    }
    return error;
  }

  /** Exceeds m u / (1 - m u) for the m = 2 n + 2 roundings of a sum of n + 1 products. */
  private double relative() {
    return 2 * (2 * local.map().vectors() + 2) * UNIT;
  }

  private Interval combined(IntervalVector coefficients, IntervalVector states, int k) {
    Interval sum = Interval.ZERO;
    for (int j = 0; j < coefficients.dimension(); j++) {
      Interval state = states.get(j * local.map().dimension() + k);
      sum = sum.plus(coefficients.get(j).times(state));
    }
    return sum;
  }

  private double norm(double[] errors) {
    Interval[] box = new Interval[errors.length];
    for (int i = 0; i < box.length; i++) {
      if (!(errors[i] < Double.POSITIVE_INFINITY)) {
        return Double.POSITIVE_INFINITY;
      }
      box[i] = new Interval(-errors[i], errors[i]);
    }
    IntervalVector z = local.coordinates().of(IntervalVector.of(box));
    return LinearCoordinates.norm(z, 0, z.dimension()).high();
  }

  private static double magnitude(Interval interval) {
    return interval.isEmpty() ? Double.POSITIVE_INFINITY : interval.magnitude();
  }
}

package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;
import org.separatrix.core.rounding.StepRounding;
import org.separatrix.core.rounding.UpperBounds;

/** Bounds what a computed step is wrong by on a ball, in the norm of some coordinates. */
final class BallRounding {
  private BallRounding() {}

  /**
   * Returns a bound for the states of a ball.
   *
   * @param local the map in the coordinates
   * @param rounding bounds what the computed gradient is wrong by
   * @param center contains the ball's center
   * @param radius the ball's radius, in the norm of the coordinates
   */
  static double bound(
      MapInCoordinates local, GradientRounding rounding, IntervalVector center, double radius) {
    LiftedMap map = local.map();
    StepRounding step = new StepRounding(map.gradient(), rounding, map.a(), map.b(), map.c());
    return norm(local, step.over(states(local, center, radius)));
  }

  /** The box of the states in the ball. */
  private static IntervalVector states(
      MapInCoordinates local, IntervalVector center, double radius) {
    IntervalMatrix inverse = local.coordinates().inverse();
    Interval[] box = new Interval[center.dimension()];
    for (int i = 0; i < box.length; i++) {
      Interval[][] row = new Interval[1][box.length];
      for (int j = 0; j < box.length; j++) {
        row[0][j] = inverse.get(i, j);
      }
      double width = IntervalMatrix.of(row).frobeniusNorm();
      box[i] = center.get(i).inflated(UpperBounds.product(radius, width));
    }
    return IntervalVector.of(box);
  }

  private static double norm(MapInCoordinates local, double[] errors) {
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
}

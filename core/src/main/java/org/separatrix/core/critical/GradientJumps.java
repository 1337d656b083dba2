package org.separatrix.core.critical;

import java.util.List;
import org.separatrix.api.objective.Box;

/**
 * A search for places where the gradient jumps, which Hessians beside them do not show, as that of
 * |x| at 0.
 *
 * <p>Of the two halves of a segment one has a quotient |g(x) - g(y)| / |x - y| that is at least
 * that of the whole, by the triangle inequality. Halving leads to a jump if there is one, where the
 * quotient doubles with each halving; where there is none, it leads to |H v| at a point. Each
 * quotient is a lower bound of L on a convex domain.
 */
final class GradientJumps {
  private static final int MOST_AXES = 16;
  private static final int HALVINGS = 16;

  /** Off the middle by an irrational part, since a gradient may be undefined at the jump itself. */
  private static final double MIDDLE = 0.4819660113;

  /** Differences of gradients below this are rounding, relative to the gradients. */
  private static final double ROUNDING = 1e-8;

  private final PointFunction function;
  private final Box box;

  GradientJumps(PointFunction function, Box box) {
    this.function = function;
    this.box = box;
  }

  /**
   * Returns the largest quotient that was found.
   *
   * @param through points through which lines along the axes are searched, each across the box
   */
  double steepest(List<double[]> through) {
    double steepest = 0;
    for (double[] point : through) {
      for (int k = 0; k < Math.min(MOST_AXES, point.length); k++) {
        steepest = Math.max(steepest, along(point, k));
      }
    }
    return steepest;
  }

  private double along(double[] point, int axis) {
    double a = box.low()[axis];
    double b = box.high()[axis];
    double[] atA = gradient(point, axis, a);
    double[] atB = gradient(point, axis, b);
    double steepest = quotient(atA, atB, b - a);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = a + MIDDLE * (b - a);
      double[] atMiddle = gradient(point, axis, middle);
      double left = quotient(atA, atMiddle, middle - a);
      double right = quotient(atMiddle, atB, b - middle);
      if (left > right) {
        b = middle;
        atB = atMiddle;
      } else {
        a = middle;
        atA = atMiddle;
      }
      steepest = Math.max(steepest, Math.max(left, right));
    }
    return steepest;
  }

  private double[] gradient(double[] point, int axis, double value) {
    double[] x = point.clone();
    x[axis] = value;
    return function.gradient(x);
  }

  /** Returns 0 where it is not finite, or rounding. */
  private static double quotient(double[] g, double[] h, double distance) {
    double[] difference = new double[g.length];
    for (int k = 0; k < g.length; k++) {
      difference[k] = g[k] - h[k];
    }
    double norm = PointFunction.norm(difference);
    boolean isRounding = norm <= ROUNDING * (PointFunction.norm(g) + PointFunction.norm(h));
    double quotient = norm / distance;
    return isRounding || !Double.isFinite(quotient) ? 0 : quotient;
  }
}

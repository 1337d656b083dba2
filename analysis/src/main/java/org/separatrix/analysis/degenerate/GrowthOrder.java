package org.separatrix.analysis.degenerate;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The leading term c r^p of a reduced function phi along a ray from a degenerate point, r &gt;= 0
 * being the distance.
 *
 * <p>The local exponent log_2(phi'(r) / phi'(r/2)) is taken at distances that are halved again and
 * again. Terms of higher order make it err by less than its last change, rounding by its share of
 * phi'; it is read where the two together are least. A number near a whole one is that number.
 *
 * @param order p
 * @param coefficient c; negative if phi falls
 * @param distance where it was read
 * @param error of p before it was made whole
 */
public record GrowthOrder(double order, double coefficient, double distance, double error) {
  private static final int HALVINGS = 60;

  /** An exponent this near a whole number is that number, however well it seems to be known. */
  private static final double WHOLE = 1e-4;

  /** An exponent less well known than this is not told. */
  private static final double LARGEST_ERROR = 0.05;

  /**
   * Looks for the leading term.
   *
   * @param slope phi'(r)
   * @param radius the largest distance, positive
   * @param center coordinates' size |s|, from which rounding errors come
   * @param stiffness bound on the Hessian, by which rounding errors of points become such of phi'
   * @return empty if phi is flat as far as can be told, or changes too wildly
   */
  public static Optional<GrowthOrder> along(
      DoubleUnaryOperator slope, double radius, double center, double stiffness) {
    double[] q = new double[HALVINGS + 2];
    for (int j = 0; j < q.length; j++) {
      q[j] = slope.applyAsDouble(Math.scalb(radius, -j));
    }
    double least = Double.POSITIVE_INFINITY;
    int best = -1;
    for (int j = 0; j < HALVINGS; j++) {
      double r = Math.scalb(radius, -j - 2);
      double noise = 0x1p-52 * stiffness * (center + r) / Math.abs(q[j + 2]);
      double change = Math.abs(exponent(q, j) - exponent(q, j + 1));
      double error = 2 * change + 3 * noise;
      if (q[j] * q[j + 1] > 0 && q[j + 1] * q[j + 2] > 0 && error < least) {
        least = error;
        best = j + 1;
      }
    }
    if (best < 0 || !(least <= LARGEST_ERROR)) {
      return Optional.empty();
    }
    double p = 1 + exponent(q, best);
    if (Math.abs(p - Math.rint(p)) <= Math.max(least, WHOLE)) {
      p = Math.rint(p);
    }
    double r = Math.scalb(radius, -best);
    double here = q[best] / (p * Math.pow(r, p - 1));
    double nearer = q[best + 1] / (p * Math.pow(r / 2, p - 1));
    return Optional.of(new GrowthOrder(p, 2 * nearer - here, r, least));
  }

  private static double exponent(double[] q, int j) {
    return Math.log(q[j] / q[j + 1]) / Math.log(2);
  }

  /** Returns phi'(r) of the leading term. */
  public double slope(double r) {
    return coefficient * order * Math.pow(r, order - 1);
  }

  /**
   * Returns how far the computed point may lie from the true one along the ray, if the gradient
   * that is left at it is due to that.
   *
   * @param gradientNorm |grad f| at the point
   */
  public double centerError(double gradientNorm) {
    return Math.pow(gradientNorm / (order * Math.abs(coefficient)), 1 / (order - 1));
  }
}

package org.separatrix.core.critical;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Replaces coordinates of a critical point by round numbers where the gradient allows it, so that a
 * point such as (0, 1) is found as that from wherever the search started.
 *
 * <p>A coordinate becomes 0 if the gradient then stays within its rounding level, and another
 * number of about seven digits if the gradient then is no larger than before.
 */
final class RoundCoordinates {
  /** How far a coordinate may move, relative to its length scale. */
  private static final double REACH = 1e-7;

  private final PointFunction function;

  RoundCoordinates(PointFunction function) {
    this.function = function;
  }

  RefinedPoint polish(RefinedPoint point) {
    double[] x = point.x();
    double[] rounded = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      rounded[k] = rounded(x[k], REACH * function.scale(x, k));
    }
    double before = point.gradientNorm();
    if (PointFunction.norm(function.gradient(rounded)) <= before) {
      return at(rounded, point);
    }
    double best = before;
    double zeroLevel = Math.max(before, point.noise());
    for (int k = 0; k < x.length; k++) {
      double old = x[k];
      x[k] = rounded[k];
      double norm = PointFunction.norm(function.gradient(x));
      if (norm <= best || (x[k] == 0 && norm <= zeroLevel)) {
        best = Math.min(best, norm);
      } else {
        x[k] = old;
      }
    }
    return at(x, point);
  }

  private RefinedPoint at(double[] x, RefinedPoint point) {
    boolean isSame = Arrays.equals(x, point.x());
    return !isSame && PointFunction.isFinite(function.hessian(x))
        ? RefinedPoint.at(function, x)
        : point;
  }

  /** Rounds x to as few digits after the point as move it by at most the distance. */
  private static double rounded(double x, double distance) {
    double digits = Math.ceil(-Math.log10(2 * distance));
    if (!(digits >= 0 && digits <= 300)) {
      return x;
    }
    return new BigDecimal(x).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}

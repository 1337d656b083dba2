package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.core.manifold.LocalManifold;

/**
 * The residual |F(K(s)) - K(R(s))| of a computed manifold under a method's own step F, and how fast
 * it shrinks with |s|.
 *
 * <p>Terms up to order n cancel, so it is C r^p (1 + O(r)) with p >= n + 1. Of three radii in the
 * same ratio Q the exponents p_1 and p_2 between neighbours differ by what is left of O(r), which
 * is |p_1 - p_2| / (Q - 1) at the smaller ones.
 *
 * @param radius the largest radius, at which the residual is a small part of it
 * @param largest the residual there
 * @param exponent p_2, not a number if all of it is rounding or the range is too small
 * @param error of the exponent
 * @param exact whether all of it is rounding
 */
record InvarianceResiduals(
    double radius, double largest, double exponent, double error, boolean exact) {
  private static final int DIRECTIONS = 24;

  /** The residual at the largest radius, relative to it. */
  private static final double SMALL = 1e-3;

  /** The smallest residual used, in units of rounding. */
  private static final double RESOLVED = 50;

  /** Ratio of the residuals at neighbouring radii, about. */
  private static final double STRIDE = 3;

  private static final double SMALLEST_RADIUS = 1e-12;

  /**
   * Measures.
   *
   * @param manifold the manifold
   * @param step one step of the method
   * @param reach largest radius to try
   * @param rounding of one step
   */
  static InvarianceResiduals of(
      LocalManifold manifold, StepMap step, double reach, double rounding) {
    double ratio = Math.pow(STRIDE, 1.0 / (manifold.order() + 1));
    double[][] directions = Directions.of(manifold.dimension(), DIRECTIONS);
    double radius = reach;
    double residual = largest(manifold, step, directions, radius);
    while (!(residual <= SMALL * radius) && radius > SMALLEST_RADIUS * reach) {
      radius /= ratio;
      residual = largest(manifold, step, directions, radius);
    }
    if (residual <= rounding) {
      return new InvarianceResiduals(radius, residual, Double.NaN, Double.NaN, true);
    }
    List<Double> residuals = new ArrayList<>();
    double r = radius;
    double at = residual;
    while (at > RESOLVED * rounding && r > SMALLEST_RADIUS * reach) {
      residuals.add(at);
      r /= ratio;
      at = largest(manifold, step, directions, r);
    }
    int half = (residuals.size() - 1) / 2;
    if (half < 1) {
      return new InvarianceResiduals(radius, residual, Double.NaN, Double.NaN, false);
    }
    int last = residuals.size() - 1;
    double logarithm = half * Math.log(ratio);
    double first =
        Math.log(residuals.get(last - 2 * half) / residuals.get(last - half)) / logarithm;
    double second = Math.log(residuals.get(last - half) / residuals.get(last)) / logarithm;
    double error =
        Math.abs(first - second) / Math.expm1(logarithm)
            + 2 * rounding / residuals.get(last) / logarithm;
    return new InvarianceResiduals(radius, residual, second, error, false);
  }

  private static double largest(
      LocalManifold manifold, StepMap step, double[][] directions, double radius) {
    double largest = 0;
    double[] image = new double[step.dimension()];
    for (double[] direction : directions) {
      double[] s = new double[direction.length];
      for (int k = 0; k < s.length; k++) {
        s[k] = radius * direction[k];
      }
      step.apply(manifold.evaluate(s), image);
      double[] expected = manifold.evaluate(manifold.conjugate().evaluate(s));
      double residual = 0;
      for (int k = 0; k < image.length; k++) {
        residual = Math.hypot(residual, image[k] - expected[k]);
      }
      if (!(residual <= largest)) {
        largest = residual;
      }
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }
}

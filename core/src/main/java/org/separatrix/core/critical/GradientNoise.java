package org.separatrix.core.critical;

import java.util.SplittableRandom;
import org.separatrix.api.objective.Objective;

/** The rounding level of a gradient, measured from its values around a point. */
final class GradientNoise {
  private static final int SAMPLES = 16;
  private static final double REACH_IN_ULPS = 4;

  private static final int DIRECTIONS = 2;
  private static final int ORDER = 6;
  private static final int POINTS = 9;
  private static final double SPACING = 1e-5;

  /** (k!)^2 / (2k)! for k = 6: the variance of noise over that of its k-th differences. */
  private static final double REDUCTION = 518400.0 / 479001600.0;

  private static final double DEVIATIONS = 4;

  private final PointFunction function;
  private final Objective objective;

  GradientNoise(PointFunction function) {
    this.function = function;
    objective = function.objective();
  }

  /**
   * Returns by how much the gradients at points a few ulps away deviate from the linear model at
   * most, or by how much half an ulp of x changes the gradient, if that is more. It is zero at a
   * point such as the origin where arithmetic is exact.
   */
  double immediate(double[] x, double[] gradient, double[][] hessian) {
    int d = x.length;
    SplittableRandom random = new SplittableRandom(0x5eed);
    double[][] points = new double[d][SAMPLES];
    for (int k = 0; k < d; k++) {
      double reach = REACH_IN_ULPS * Rounding.EPSILON * function.scale(x, k);
      for (int i = 0; i < SAMPLES; i++) {
        points[k][i] = x[k] + reach * (2 * random.nextDouble() - 1);
      }
    }
    double[][] gradients = new double[d][SAMPLES];
    objective.gradient(points, gradients, SAMPLES);
    double level = 0;
    double[] away = new double[d];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < d; j++) {
        away[j] = points[j][i] - x[j];
      }
      double sum = 0;
      for (int k = 0; k < d; k++) {
        double deviation = gradients[k][i] - gradient[k];
        for (int j = 0; j < d; j++) {
          deviation = Math.fma(-hessian[k][j], away[j], deviation);
        }
        sum += deviation * deviation;
      }
      level = Math.max(level, Math.sqrt(sum));
    }
    return Math.max(level, representation(x, hessian));
  }

  private static double representation(double[] x, double[][] hessian) {
    double sum = 0;
    for (double[] row : hessian) {
      double change = 0;
      for (int j = 0; j < x.length; j++) {
        change += Math.abs(row[j]) * Math.ulp(x[j]) / 2;
      }
      sum += change * change;
    }
    return Math.sqrt(sum);
  }

  /**
   * Returns four standard deviations of the noise on a line through the point, from sixth
   * differences, in which a smooth function leaves nothing (More and Wild, SIAM J. Sci. Comput. 33,
   * 2011). It sees rounding errors that are alike a few ulps apart.
   */
  double nearby(double[] x) {
    int d = x.length;
    SplittableRandom random = new SplittableRandom(0x5eed);
    double largest = 0;
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double[][] points = new double[d][POINTS];
      for (int k = 0; k < d; k++) {
        double step = SPACING * function.scale(x, k) * (2 * random.nextDouble() - 1);
        for (int i = 0; i < POINTS; i++) {
          points[k][i] = Math.fma(i - (POINTS - 1) / 2.0, step, x[k]);
        }
      }
      double[][] gradients = new double[d][POINTS];
      objective.gradient(points, gradients, POINTS);
      double sum = 0;
      for (double[] row : gradients) {
        sum += variance(row);
      }
      largest = Math.max(largest, DEVIATIONS * Math.sqrt(sum));
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }

  /** Returns the variance of the noise in equally spaced values; overwrites them. */
  private static double variance(double[] values) {
    for (int order = 1; order <= ORDER; order++) {
      for (int i = 0; i + order < values.length; i++) {
        values[i] = values[i + 1] - values[i];
      }
    }
    double sum = 0;
    int count = values.length - ORDER;
    for (int i = 0; i < count; i++) {
      sum += values[i] * values[i];
    }
    return REDUCTION * sum / count;
  }
}

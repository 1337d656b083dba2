package org.separatrix.analysis.noise;

import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.FiniteSum;

/**
 * What the gradient of a random batch does at a strict saddle, from the gradients of all n terms: a
 * mean over b of n without replacement has the variance of one term times (n - b) / (b (n - 1)).
 *
 * @param sigma standard deviation of the batch's gradient along the unstable eigenvector v
 * @param skewness of the same, in modulus
 * @param kurtosis excess of the same, in modulus
 * @param slope standard deviation of v'H v, H the batch's Hessian
 * @param coupling variance that the noise in the other coordinates adds to that along v by way of
 *     v'H w, relative to sigma^2; infinite if another coordinate is unstable
 */
record BatchNoise(double sigma, double skewness, double kurtosis, double slope, double coupling) {
  /** Displacement of the differences, as a part of the distance R. */
  private static final double DIFFERENCE = 1e-3;

  /** A deviation below this part of the largest gradient is rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Measures.
   *
   * @param sum the objective
   * @param point the saddle
   * @param batch b, less than n
   * @param alpha step size of gradient descent
   * @param radius R, the scale of the differences
   */
  static BatchNoise at(FiniteSum sum, CriticalPoint point, int batch, double alpha, double radius) {
    int n = sum.terms();
    int d = point.dimension();
    double[][] axes = point.eigenvectors();
    double share = (n - batch) / (batch * (n - 1.0));
    double[][] along = new double[d][n];
    double[][] curvature = new double[d][n];
    double h = DIFFERENCE * radius;
    for (int term = 0; term < n; term++) {
      double[] rest = gradient(sum, point.x(), axes[0], 0, term);
      double[] up = gradient(sum, point.x(), axes[0], h, term);
      double[] down = gradient(sum, point.x(), axes[0], -h, term);
      for (int j = 0; j < d; j++) {
        along[j][term] = dot(axes[j], rest);
        curvature[j][term] = (dot(axes[j], up) - dot(axes[j], down)) / (2 * h);
      }
    }
    double variance = moment(along[0], 2);
    double largest = 0;
    for (double value : along[0]) {
      largest = Math.max(largest, Math.abs(value));
    }
    boolean silent = !(Math.sqrt(variance) > ROUNDING * scale(curvature) * radius);
    if (silent || largest == 0) {
      return new BatchNoise(0, 0, 0, 0, 0);
    }
    double coupling = 0;
    double[] lambda = point.eigenvalues();
    for (int j = 1; j < d; j++) {
      double spread =
          lambda[j] > 0 && alpha * lambda[j] < 2
              ? alpha * share * moment(along[j], 2) / (lambda[j] * (2 - alpha * lambda[j]))
              : Double.POSITIVE_INFINITY;
      coupling += share * moment(curvature[j], 2) * spread / (share * variance);
    }
    return new BatchNoise(
        Math.sqrt(share * variance),
        Math.abs(moment(along[0], 3)) / Math.pow(variance, 1.5) / Math.sqrt(batch),
        Math.abs(moment(along[0], 4) / (variance * variance) - 3) / batch,
        Math.sqrt(share * moment(curvature[0], 2)),
        coupling);
  }

  private static double scale(double[][] curvature) {
    double scale = 0;
    for (double[] row : curvature) {
      for (double value : row) {
        scale = Math.max(scale, Math.abs(value));
      }
    }
    return scale;
  }

  private static double[] gradient(FiniteSum sum, double[] x, double[] v, double t, int term) {
    double[][] point = new double[x.length][1];
    double[][] g = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      point[k][0] = Math.fma(t, v[k], x[k]);
    }
    sum.gradient(point, new int[][] {{term}}, g, 1);
    double[] gradient = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      gradient[k] = g[k][0];
    }
    return gradient;
  }

  /** Central moment of the population. */
  private static double moment(double[] values, int order) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - mean, order) / values.length;
    }
    return sum;
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum = Math.fma(p[k], q[k], sum);
    }
    return sum;
  }
}

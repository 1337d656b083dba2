package org.separatrix.analysis.noise;

import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.NoisyMethod;

/**
 * The position y_k along a Hessian eigenvector after k steps from rest, driven by noise alone: y_k
 * = sum_{j&lt;k} m_j zeta_{k-1-j} with m_j = sigma C (A + lambda B C)^j B, a Gaussian process.
 *
 * @param weights m_0 ... m_{K+1}; not copied
 * @param variances {@code variances[k]} of y_k, k = 0 ... K; not copied
 * @param covariances {@code covariances[k]} of y_k and y_{k+1}, k = 0 ... K; not copied
 */
record NoiseResponse(double[] weights, double[] variances, double[] covariances) {
  /**
   * Computes the response.
   *
   * @param method the method
   * @param lambda eigenvalue of the Hessian
   * @param steps number K of steps
   */
  static NoiseResponse of(NoisyMethod method, double lambda, int steps) {
    return of(method.withoutNoise(), method.noise(), lambda, steps);
  }

  /**
   * Computes the response of a method to noise of a given size.
   *
   * @param linear the method without noise
   * @param sigma standard deviation of the gradient's noise along the eigenvector
   * @param lambda eigenvalue of the Hessian
   * @param steps number K of steps
   */
  static NoiseResponse of(LinearMethod linear, double sigma, double lambda, int steps) {
    double[][] block = linear.linearization().orElseThrow().at(lambda);
    double[] c = linear.c();
    double[] state = linear.b();
    double[] weights = new double[steps + 2];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = sigma * dot(c, state);
      double[] next = new double[state.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = dot(block[i], state);
      }
      state = next;
    }
    double[] variances = new double[steps + 1];
    double[] covariances = new double[steps + 1];
    for (int k = 0; k < steps; k++) {
      variances[k + 1] = variances[k] + weights[k] * weights[k];
      covariances[k + 1] = covariances[k] + weights[k] * weights[k + 1];
    }
    return new NoiseResponse(weights, variances, covariances);
  }

  /** Returns the last step K. */
  int lastStep() {
    return variances.length - 1;
  }

  /** Returns the standard deviation of y_k. */
  double deviation(int k) {
    return Math.sqrt(variances[k]);
  }

  /** Returns rho_k, the regression coefficient of y_{k+1} on y_k, for k at least 1. */
  double regression(int k) {
    return covariances[k] / variances[k];
  }

  /**
   * Returns the variance of y_{k+1} that y_k leaves open, m_0^2 + sum_{j&lt;k} (m_{j+1} - rho_k
   * m_j)^2; the difference of the variances would cancel.
   */
  double openVariance(int k) {
    double rho = regression(k);
    double sum = weights[0] * weights[0];
    for (int j = 0; j < k; j++) {
      double rest = weights[j + 1] - rho * weights[j];
      sum += rest * rest;
    }
    return sum;
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }
}

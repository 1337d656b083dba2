package org.separatrix.core.critical;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * How far a method with memory may yet carry a run away from a point that attracts it: a ball rolls
 * through a minimum, where the gradient is small, and beyond.
 *
 * <p>By the linear law the state xi - v x* is multiplied by the block T = A + lambda B C along each
 * eigenvector of the Hessian. All eigenvalues of T are inside the unit circle, but the norm of T^k
 * may grow before it falls. Its largest value bounds how far the run comes.
 */
final class Overshoot {
  /** Powers are looked at ever farther apart, up to about 2^25: memory may last that long. */
  private static final int STRIDES = 20;

  private static final int POWERS_OF_EACH_STRIDE = 32;

  private final double[] rest;
  private final boolean positionIsState;
  private final double amplification;

  /**
   * Prepares bounds at a point.
   *
   * @param method the method
   * @param lambda the eigenvalues of the Hessian, at each of which the method contracts
   */
  Overshoot(LinearMethod method, double[] lambda) {
    rest = method.rest();
    positionIsState = method.memory() < rest.length;
    double largest = 1;
    double previous = Double.NaN;
    for (double each : lambda) {
      largest = each == previous ? largest : Math.max(largest, largestPower(method, each));
      previous = each;
    }
    amplification = largest * PointFunction.norm(method.c());
  }

  /** Returns the largest Frobenius norm of the powers of the block. */
  private static double largestPower(LinearMethod method, double lambda) {
    double[][] stride = method.linearization().orElseThrow().at(lambda);
    double[][] power = stride;
    double largest = 0;
    for (int i = 0; i < STRIDES * POWERS_OF_EACH_STRIDE; i++) {
      double norm = PointFunction.norm(power);
      largest = Math.max(largest, norm);
      if (norm < 1) {
        return largest;
      }
      if (i % POWERS_OF_EACH_STRIDE == POWERS_OF_EACH_STRIDE - 1) {
        stride = product(stride, stride);
      }
      power = product(power, stride);
    }
    return largest;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          product[i][j] = Math.fma(a[i][k], b[k][j], product[i][j]);
        }
      }
    }
    return product;
  }

  /**
   * Returns a bound of the distance from the point of all later positions, by the linear law.
   *
   * @param runs the run among others
   * @param i its index
   * @param x the point
   */
  double farthest(Runs runs, int i, double[] x) {
    return amplification * PointFunction.norm(deviations(runs, i, x));
  }

  /**
   * Returns by what each vector of a run's state differs from its place at rest at the point.
   *
   * @param runs the run among others
   * @param i its index
   * @param x the point
   */
  double[][] deviations(Runs runs, int i, double[] x) {
    double[][] deviations = new double[rest.length][x.length];
    for (int s = 0; s < rest.length; s++) {
      int j = positionIsState ? s - 1 : s;
      double[][] vector = j < 0 ? runs.end() : runs.memory()[j];
      for (int k = 0; k < x.length; k++) {
        deviations[s][k] = Math.fma(-rest[s], x[k], vector[k][i]);
      }
    }
    return deviations;
  }
}

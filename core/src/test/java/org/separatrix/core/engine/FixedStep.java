package org.separatrix.core.engine;

import org.separatrix.api.optimizer.LinearMethod;

/** The three methods with fixed coefficients that the tests run. */
final class FixedStep extends LinearMethod {
  private FixedStep(double[][] a, double[] b, double[] c) {
    super(a, b, c);
  }

  static FixedStep gradientDescent(double alpha) {
    return new FixedStep(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }

  static FixedStep heavyBall(double alpha, double beta) {
    return new FixedStep(
        new double[][] {{1 + beta, -beta}, {1, 0}}, new double[] {-alpha, 0}, new double[] {1, 0});
  }

  static FixedStep nesterov(double alpha, double beta) {
    return new FixedStep(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + beta, -beta});
  }
}

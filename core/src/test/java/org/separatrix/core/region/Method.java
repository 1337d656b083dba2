package org.separatrix.core.region;

import org.separatrix.api.optimizer.LinearMethod;

/** The three methods with fixed coefficients that the tests run. */
final class Method extends LinearMethod {
  private Method(double[][] a, double[] b, double[] c) {
    super(a, b, c);
  }

  static Method gradientDescent(double alpha) {
    return new Method(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }

  static Method heavyBall(double alpha, double beta) {
    return new Method(
        new double[][] {{1 + beta, -beta}, {1, 0}}, new double[] {-alpha, 0}, new double[] {1, 0});
  }

  static Method nesterov(double alpha, double beta) {
    return new Method(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + beta, -beta});
  }
}

package org.separatrix.core.bound;

import org.separatrix.api.optimizer.LinearMethod;

/** Methods by their matrices. */
final class Steps extends LinearMethod {
  private Steps(double[][] a, double[] b, double[] c) {
    super(a, b, c);
  }

  static Steps gradientDescent(double alpha) {
    return new Steps(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }

  static Steps heavyBall(double alpha, double beta) {
    double[][] a = {{1 + beta, -beta}, {1, 0}};
    return new Steps(a, new double[] {-alpha, 0}, new double[] {1, 0});
  }

  static Steps nesterov(double alpha, double beta) {
    double[][] a = {{1 + beta, -beta}, {1, 0}};
    return new Steps(a, new double[] {-alpha, 0}, new double[] {1 + beta, -beta});
  }
}

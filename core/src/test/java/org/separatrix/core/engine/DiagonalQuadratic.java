package org.separatrix.core.engine;

import org.separatrix.api.objective.Objective;

/** f(x) = sum of lambda_k x_k^2 / 2. */
record DiagonalQuadratic(double... lambda) implements Objective {
  @Override
  public int dimension() {
    return lambda.length;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      f[i] = 0;
      for (int k = 0; k < lambda.length; k++) {
        f[i] += lambda[k] * x[k][i] * x[k][i] / 2;
      }
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    for (int k = 0; k < lambda.length; k++) {
      for (int i = 0; i < lanes; i++) {
        g[k][i] = lambda[k] * x[k][i];
      }
    }
  }
}

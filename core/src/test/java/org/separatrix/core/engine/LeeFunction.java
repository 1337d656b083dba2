package org.separatrix.core.engine;

import org.separatrix.api.objective.Objective;

/** f(x, y) = x^2/2 + y^4/4 - y^2/2: a saddle at the origin, minima at (0, 1) and (0, -1). */
final class LeeFunction implements Objective {
  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double square = x[1][i] * x[1][i];
      f[i] = x[0][i] * x[0][i] / 2 + square * square / 4 - square / 2;
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    System.arraycopy(x[0], 0, g[0], 0, lanes);
    cubic(x[1], g[1], lanes);
  }

  private static void cubic(double[] y, double[] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      g[i] = Math.fma(y[i], y[i], -1.0) * y[i];
    }
  }
}

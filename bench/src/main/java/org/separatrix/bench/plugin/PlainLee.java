package org.separatrix.bench.plugin;

import org.separatrix.api.objective.Objective;

/** Lee's function x^2/2 + y^4/4 - y^2/2 in plain Java. */
public final class PlainLee implements Objective {
  /** Creates the function. */
  public PlainLee() {}

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double a = x[0][i] * x[0][i];
      double b = x[1][i] * x[1][i];
      f[i] = a / 2 + b * b / 4 - b / 2;
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double y = x[1][i];
      g[0][i] = x[0][i];
      g[1][i] = y * y * y - y;
    }
  }
}

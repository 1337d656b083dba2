package org.separatrix.core.engine;

import org.separatrix.api.objective.PointObjective;

/** f(x) = x^3, whose only critical point 0 is degenerate. */
final class Cubic extends PointObjective {
  @Override
  public int dimension() {
    return 1;
  }

  @Override
  protected double value(double[] x) {
    return x[0] * x[0] * x[0];
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    g[0] = 3 * x[0] * x[0];
  }
}

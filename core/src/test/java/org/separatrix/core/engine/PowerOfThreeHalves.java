package org.separatrix.core.engine;

import org.separatrix.api.objective.PointObjective;

/** f(x) = x^(3/2), not a number for x below 0. */
final class PowerOfThreeHalves extends PointObjective {
  @Override
  public int dimension() {
    return 1;
  }

  @Override
  protected double value(double[] x) {
    return x[0] * Math.sqrt(x[0]);
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    g[0] = 1.5 * Math.sqrt(x[0]);
  }
}

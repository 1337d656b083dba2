package org.separatrix.core.precision;

import org.separatrix.api.optimizer.Oracle;

/**
 * Values rounded to float, and gradients in single precision; Hessians in double, for methods that
 * solve equations with them, whose rounding does not matter.
 *
 * @param oracle counts, and gives the values
 * @param single the gradient
 */
record RoundedOracle(Oracle oracle, SingleGradient single) implements Oracle {
  @Override
  public void value(double[][] x, double[] f, int lanes) {
    oracle.value(x, f, lanes);
    SinglePrecision.round(new double[][] {f}, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    oracle.gradient(x, g, lanes);
    double[][] rounded = new double[x.length][];
    for (int k = 0; k < x.length; k++) {
      rounded[k] = x[k].clone();
    }
    SinglePrecision.round(rounded, lanes);
    single.at(rounded, g, lanes);
  }

  @Override
  public void hessian(double[][] x, double[][][] h, int lanes) {
    oracle.hessian(x, h, lanes);
  }

  /** In double at points that are floats, and rounded once. */
  @Override
  public void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
    oracle.gradient(x, batch, g, lanes);
    SinglePrecision.round(g, lanes);
  }
}

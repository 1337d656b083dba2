package org.separatrix.bench.plugin;

import org.separatrix.api.optimizer.LinearMethod;

/** Gradient descent as three matrices. */
public final class PlainLinear extends LinearMethod {
  /**
   * Creates the method.
   *
   * @param alpha the step size
   */
  public PlainLinear(double alpha) {
    super(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }
}

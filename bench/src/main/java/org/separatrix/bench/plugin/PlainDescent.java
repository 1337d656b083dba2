package org.separatrix.bench.plugin;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** Gradient descent as a method of the general form. */
public final class PlainDescent implements Optimizer {
  private final double alpha;

  /**
   * Creates the method.
   *
   * @param alpha the step size
   */
  public PlainDescent(double alpha) {
    this.alpha = alpha;
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    for (int k = 0; k < block.dimension(); k++) {
      double[] x = block.position()[k];
      double[] g = block.gradient()[k];
      for (int i = 0; i < block.lanes(); i++) {
        x[i] -= alpha * g[i];
      }
    }
  }
}

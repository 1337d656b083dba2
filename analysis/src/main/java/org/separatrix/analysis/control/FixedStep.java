package org.separatrix.analysis.control;

import org.separatrix.api.optimizer.LinearMethod;

/** Gradient descent with a fixed step: A = [1], B = [-alpha], C = [1]. */
final class FixedStep extends LinearMethod {
  /**
   * Creates the method.
   *
   * @param alpha step size
   */
  FixedStep(double alpha) {
    super(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }
}

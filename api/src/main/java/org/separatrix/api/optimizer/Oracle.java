package org.separatrix.api.optimizer;

/** Values and gradients of the objective, counted, and its Hessians, which are not. */
public interface Oracle {
  /**
   * Evaluates the objective at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param f receives the values
   * @param lanes number of points
   */
  void value(double[][] x, double[] f, int lanes);

  /**
   * Evaluates the gradient at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param g receives the gradients, {@code d x lanes}; shares no array with {@code x}
   * @param lanes number of points
   */
  void gradient(double[][] x, double[][] g, int lanes);

  /**
   * Evaluates the gradient of a batch of terms at each lane, which counts as one gradient for each
   * lane however many terms there are.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param batch indices of the terms for each lane; not modified
   * @param g receives the gradients, {@code d x lanes}; shares no array with {@code x}
   * @param lanes number of points
   * @throws UnsupportedOperationException if the objective is no {@link
   *     org.separatrix.api.objective.FiniteSum}
   */
  default void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
    throw new UnsupportedOperationException("the objective is not a sum over terms");
  }

  /**
   * Evaluates the Hessian at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param h receives the symmetric matrices, {@code d x d x lanes}, every entry
   * @param lanes number of points
   * @throws UnsupportedOperationException if the objective is not {@link
   *     org.separatrix.api.objective.TwiceDifferentiable}
   */
  default void hessian(double[][] x, double[][][] h, int lanes) {
    throw new UnsupportedOperationException("the objective gives no Hessian");
  }
}

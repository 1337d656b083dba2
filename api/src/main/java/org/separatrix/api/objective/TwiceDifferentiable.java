package org.separatrix.api.objective;

/**
 * An objective that gives its own Hessian. For others it is approximated by central differences of
 * the gradient, and every finding that rests on it says "estimated".
 */
public interface TwiceDifferentiable extends Objective {
  /**
   * Evaluates the Hessian at one point.
   *
   * @param x the point, length d; not modified
   * @param h receives the symmetric matrix, {@code d x d}, every entry
   */
  void hessian(double[] x, double[][] h);
}

package org.separatrix.api.optimizer;

/**
 * The derivative of a method's update map at a critical point, as a function of the Hessian's
 * eigenvalues.
 *
 * <p>In the eigenbasis of the Hessian the derivative falls into one block for each eigenvalue
 * lambda, acting on that coordinate of the position and of the memory vectors. The eigenvalues of
 * the blocks inside the unit circle count the dimension of the stable manifold.
 */
@FunctionalInterface
public interface Linearization {
  /**
   * Returns the block that belongs to a Hessian eigenvalue.
   *
   * @param lambda eigenvalue of the Hessian
   * @return a square matrix, fresh; gradient descent has the 1 x 1 matrix 1 - alpha lambda
   */
  double[][] at(double lambda);
}

package org.separatrix.core.engine;

/**
 * A box in which gradient descent needs no watch during a window of m steps, because of what the
 * ends of the window tell.
 *
 * <p>Let all eigenvalues of the Hessian on a convex box lie in [a, b]. As long as a run stays in
 * the box, grad f(x_{k+1}) = (I - alpha H) grad f(x_k) for a mean H of Hessians, so its gradient
 * grows at most by rho = max(1, |1 - alpha a|, |1 - alpha b|) in a step. Hence a run whose gradient
 * is above rho^m tol at the end of a window had none below tol in it. It stays in the box
 *
 * <ul>
 *   <li>if the method maps the box into itself;
 *   <li>or if it starts far enough from the boundary, because it moves at most by alpha |g| (1 +
 *       rho + ... + rho^m) in a window, where g is its gradient.
 * </ul>
 *
 * @param steps length m of the window
 * @param centre centre of the box in which a run is to be when the window begins, d numbers
 * @param half half the widths of that box
 * @param most squared norm of the gradient above which a run may leave; infinite if none does
 * @param quiet squared norm of the gradient below which it may have been small within the window
 * @param quietInBall the same for a run that began the window in one of the {@link
 *     ContractionBalls}
 */
record CalmRegion(
    int steps, double[] centre, double[] half, double most, double quiet, double quietInBall) {
  /** Tells whether a run that is in the region once can end by its budget alone. */
  boolean hasNoEnds() {
    return isInvariant() && quiet == 0;
  }

  /** Tells whether a run that is in the region once stays there for good. */
  boolean isInvariant() {
    return most == Double.POSITIVE_INFINITY;
  }
}

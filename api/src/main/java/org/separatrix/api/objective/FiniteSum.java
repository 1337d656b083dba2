package org.separatrix.api.objective;

/**
 * An objective that is a mean over n terms, f = (f_0 + ... + f_{n-1})/n, such as the loss on a
 * sample of data, whose gradient can be estimated from a few of them.
 */
public interface FiniteSum extends Objective {
  /** Returns the number of terms n, at least 1. */
  int terms();

  /**
   * Evaluates the gradient of the mean over a batch of terms at each lane.
   *
   * <p>Over all n terms it agrees with the gradient up to rounding. As there, the result for a lane
   * depends on that lane and its batch alone, to the last bit.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param batch indices of the terms for each lane, from 0, at least one; {@code batch[i]} belongs
   *     to lane i; not modified
   * @param g receives the partial derivatives, {@code d x lanes}; shares no array with {@code x}
   * @param lanes number of points
   */
  void gradient(double[][] x, int[][] batch, double[][] g, int lanes);
}

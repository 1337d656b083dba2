package org.separatrix.api.objective;

/**
 * An objective whose derivative in each coordinate is a multiple of that coordinate, df/dx_k = m_k
 * x_k, as it is where f is even in every coordinate.
 *
 * <p>The multiplier m_k changes hardly with x_k near 0, so it is known also where x_k is too small
 * to be a double: a run can be followed that contracts for longer than doubles last.
 */
public interface FactoredGradient extends Objective {
  /**
   * Evaluates the multipliers at one point; m_k x_k is the gradient to rounding. Called from
   * several threads at once.
   *
   * @param x the point, length d; not modified; a 0 may stand for any smaller number
   * @param multipliers receives m, length d; at x_k = 0 the limit of the quotient
   */
  void multipliers(double[] x, double[] multipliers);
}

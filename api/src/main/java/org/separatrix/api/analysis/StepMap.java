package org.separatrix.api.analysis;

/**
 * One step of a method as a map of its state space, R^m to itself.
 *
 * <p>The state of a {@link org.separatrix.api.optimizer.LinearMethod} is its n state vectors, m = n
 * d; of another method, the position and the memory vectors, and behind them the numbers that it
 * keeps, m = (1 + memory) d + scalars. Vector j stands at {@code j d ... (j + 1) d - 1}. Not for
 * use by several threads at once.
 */
public interface StepMap {
  /** Returns the number m of coordinates of a state. */
  int dimension();

  /**
   * Returns the state of a run that starts at a point.
   *
   * @param x the point, length d; not modified
   */
  double[] lift(double[] x);

  /**
   * Returns the position in a state, fresh, length d.
   *
   * @param state the state, length m; not modified
   */
  double[] position(double[] state);

  /**
   * Takes one step.
   *
   * @param state the state before, length m; not modified
   * @param next receives the state after, length m; not the same array
   */
  void apply(double[] state, double[] next);
}

package org.separatrix.core.engine;

/** Generated code that moves lanes some steps of a linear method on. Serves several threads. */
public interface StepLoop {
  /**
   * Moves each lane.
   *
   * <p>One that measures sets its mark to the squared norm of the gradient before the last step.
   *
   * <p>A loop that keeps watch adds to a lane's mark in each step, before it moves, |u|_1 + weight
   * (|s| - s), where s = |grad f(x)|^2 + floor, and u is that of a {@link Watch}. The mark is not a
   * number where anything is.
   *
   * @param position positions, {@code d x lanes}; overwritten
   * @param memory memory vectors, each {@code d x lanes}; overwritten
   * @param marks what is added to, {@code lanes}; not used by a loop that only moves
   * @param floor a number, at most 0
   * @param weight a number, at least 0
   * @param lanes number of lanes
   */
  void run(
      double[][] position,
      double[][][] memory,
      double[] marks,
      double floor,
      double weight,
      int lanes);
}

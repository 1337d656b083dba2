package org.separatrix.core.engine;

/**
 * Generated code that moves lanes one step of a linear method on, apart from those that have halted
 * and those for which a stop condition may hold, which halt now. Serves several threads.
 */
public interface HaltingLoop {
  /**
   * Moves the lanes that go on.
   *
   * <p>A lane halts where |grad f(x)|^2 < low or |x|^2 > high. It keeps its position and memory
   * from then on, apart from zeros, whose sign may change. Where anything is not finite, its state
   * becomes not a number.
   *
   * @param position positions, {@code d x lanes}; overwritten
   * @param memory memory vectors, each {@code d x lanes}; overwritten
   * @param taken number of steps that each lane has taken, {@code lanes}; counted on
   * @param step number of steps that lanes have taken that go on
   * @param low a number, at least 0
   * @param high a number above 0
   * @param lanes number of lanes
   */
  void run(
      double[][] position,
      double[][][] memory,
      double[] taken,
      double step,
      double low,
      double high,
      int lanes);
}

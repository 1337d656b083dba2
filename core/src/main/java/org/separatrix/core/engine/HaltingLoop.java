package org.separatrix.core.engine;

/**
 * Generated code that moves lanes one step of a linear method on, apart from those for which a stop
 * condition may hold. Serves several threads.
 */
public interface HaltingLoop {
  /**
   * Moves the lanes that go on.
   *
   * <p>A lane halts where |grad f(x)|^2 < low or |x|^2 >= high. It keeps its position and memory,
   * apart from zeros, whose sign may change, and so halts in all further steps. Where anything is
   * not finite, its state becomes not a number.
   *
   * @param position positions, {@code d x lanes}; overwritten
   * @param memory memory vectors, each {@code d x lanes}; overwritten
   * @param taken number of steps that each lane has taken, {@code lanes}; counted on
   * @param low at a number, at least 0
   * @param high at a number above 0
   * @param lanes number of lanes
   */
  void run(
      double[][] position,
      double[][][] memory,
      double[] taken,
      Threshold low,
      Threshold high,
      int lanes);
}

package org.separatrix.api.objective;

/**
 * A function f: R^d -> R to minimise, evaluated on many points at once.
 *
 * <p>Points come in <em>lanes</em>: coordinate {@code k} of lane {@code i} is {@code x[k][i]}, so
 * that a loop over the lanes of one coordinate runs over one array and vectorises. Arrays may be
 * longer than {@code lanes}; what lies beyond is neither read nor written.
 *
 * <p>One instance serves all worker threads at once, so it must not keep mutable state between
 * calls. The result for a lane depends on that lane alone, to the last bit: neither on {@code
 * lanes} nor on its neighbours. Outside the domain of definition the result is a non-finite number,
 * never an exception.
 *
 * @see PointObjective
 * @see ArrayObjective
 * @see FormulaCompiler
 */
public interface Objective {
  /** Returns the number of coordinates d, at least 1. */
  int dimension();

  /**
   * Evaluates f at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param f receives the values, {@code lanes}
   * @param lanes number of points
   */
  void value(double[][] x, double[] f, int lanes);

  /**
   * Evaluates the gradient of f at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param g receives the partial derivatives, {@code d x lanes}; shares no array with {@code x}
   * @param lanes number of points
   */
  void gradient(double[][] x, double[][] g, int lanes);

  /**
   * Returns the number of lanes that an evaluation is made for, at least 1: blocks have a multiple
   * of it where that can be arranged. Evaluations must work with any number.
   */
  default int laneGroup() {
    return 1;
  }

  /** Returns what is known beforehand: domain, Lipschitz constant, critical points. */
  default Landscape landscape() {
    return Landscape.unknown();
  }
}

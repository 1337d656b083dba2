package org.separatrix.core.critical;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;

/** Runs an ensemble's optimizer on from given states. */
@FunctionalInterface
public interface Continuation {
  /**
   * Runs on from some states. What becomes of a run is a function of the round, its number, its
   * state and the rule, whatever runs it is asked for with.
   *
   * @param round counts the continuations of a run, from 0; a random method draws other numbers in
   *     each
   * @param numbers the run numbers, n
   * @param positions where the runs start, {@code d x n}; not modified
   * @param memory the method's memory vectors there, {@code memory x d x n}; not modified
   * @param stop when they stop
   * @return the runs in the given order, whatever their numbers in the result are
   */
  Runs run(int round, long[] numbers, double[][] positions, double[][][] memory, StopRule stop);
}

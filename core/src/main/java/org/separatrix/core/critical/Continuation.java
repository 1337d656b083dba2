package org.separatrix.core.critical;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.core.engine.States;

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
   * @param states the states, n; not modified
   * @param stop when they stop
   * @return the runs in the given order, whatever their numbers in the result are
   */
  Runs run(int round, long[] numbers, States states, StopRule stop);
}

package org.separatrix.core.laboratory;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.critical.Continuation;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.Resumption;
import org.separatrix.core.engine.States;
import org.separatrix.core.random.RandomStreams;

/**
 * Runs on the runs of a cell.
 *
 * @param objective the function
 * @param optimizer the method
 * @param seed the study's seed
 * @param problem name of the objective within the study
 */
public record CellContinuation(Objective objective, Optimizer optimizer, long seed, String problem)
    implements Continuation {

  @Override
  public Runs run(int round, long[] numbers, States states, StopRule stop) {
    long key = RandomStreams.key(seed, "continuation", problem, Integer.toString(round));
    Resumption starts = new Resumption(numbers, states);
    return Engine.run(new Experiment(objective, optimizer, starts, stop, key), 0, numbers.length);
  }
}

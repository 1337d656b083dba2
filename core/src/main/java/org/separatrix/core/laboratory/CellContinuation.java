package org.separatrix.core.laboratory;

import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.Continuation;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.RunsCollector;
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
  public Runs run(int round, long[] numbers, double[][] positions, StopRule stop) {
    long key = RandomStreams.key(seed, "continuation", problem, Integer.toString(round));
    if (optimizer.isDeterministic()) {
      Positions starts = new Positions(positions, 0);
      Experiment experiment = new Experiment(objective, optimizer, starts, stop, key);
      return Engine.run(experiment, 0, numbers.length);
    }
    // One by one under its own number, so that a run's random numbers do not depend on the others.
    RunsCollector collected = new RunsCollector(positions.length, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      Positions starts = new Positions(column(positions, i), numbers[i]);
      Experiment experiment = new Experiment(objective, optimizer, starts, stop, key);
      collected.add(Engine.run(experiment, numbers[i], 1));
    }
    return collected.runs();
  }

  private static double[][] column(double[][] positions, int i) {
    double[][] column = new double[positions.length][];
    for (int k = 0; k < column.length; k++) {
      column[k] = new double[] {positions[k][i]};
    }
    return column;
  }

  /**
   * Starts run {@code first + i} at column i.
   *
   * @param positions {@code d x n}
   * @param first number of the run that starts at column 0
   */
  private record Positions(double[][] positions, long first) implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] x) {
      for (int k = 0; k < x.length; k++) {
        x[k] = positions[k][(int) (run - first)];
      }
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }
}

package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.random.RandomStreams;

/**
 * Runs on with the engine, on the calling thread.
 *
 * <p>A deterministic method moves all runs in one block. A random one moves them one by one under
 * their own numbers, since its random numbers are a function of them.
 */
public final class EngineContinuation implements Continuation {
  private final Objective objective;
  private final Optimizer optimizer;
  private final long key;

  /**
   * Creates a continuation.
   *
   * @param objective the function
   * @param optimizer the method
   * @param key the key of the random streams of the runs that are to be run on
   */
  public EngineContinuation(Objective objective, Optimizer optimizer, long key) {
    this.objective = objective;
    this.optimizer = optimizer;
    this.key = key;
  }

  @Override
  public Runs run(int round, long[] numbers, double[][] positions, StopRule stop) {
    long streams = RandomStreams.key(key, "run on", Integer.toString(round));
    if (optimizer.isDeterministic()) {
      return Engine.run(experiment(new Positions(positions, 0), stop, streams), 0, numbers.length);
    }
    List<Runs> runs = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      StartDistribution start = new Positions(positions, i - numbers[i]);
      runs.add(Engine.run(experiment(start, stop, streams), numbers[i], 1));
    }
    return joined(runs, positions.length);
  }

  private Experiment experiment(StartDistribution starts, StopRule stop, long streams) {
    return new Experiment(objective, optimizer, starts, stop, streams);
  }

  private static Runs joined(List<Runs> runs, int dimension) {
    int n = runs.size();
    double[][] start = new double[dimension][n];
    double[][] end = new double[dimension][n];
    double[] value = new double[n];
    double[] gradientNorm = new double[n];
    long[] steps = new long[n];
    Termination[] termination = new Termination[n];
    long gradients = 0;
    long values = 0;
    for (int i = 0; i < n; i++) {
      Runs run = runs.get(i);
      for (int k = 0; k < dimension; k++) {
        start[k][i] = run.start()[k][0];
        end[k][i] = run.end()[k][0];
      }
      value[i] = run.value()[0];
      gradientNorm[i] = run.gradientNorm()[0];
      steps[i] = run.steps()[0];
      termination[i] = run.termination()[0];
      gradients += run.gradientEvaluations();
      values += run.valueEvaluations();
    }
    return new Runs(0, start, end, value, gradientNorm, steps, termination, gradients, values);
  }

  /** Given positions: run r starts at position r + offset. */
  private record Positions(double[][] x, long offset) implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] point) {
      int i = Math.toIntExact(run + offset);
      for (int k = 0; k < point.length; k++) {
        point[k] = x[k][i];
      }
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }
}

package org.separatrix.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.Objective;

/**
 * Moves runs of an experiment from start to end, on the calling thread.
 *
 * <p>Many runs of a linear method go most of their way without a look at each step, in generated
 * loops where the objective is a formula, once that pays; all others go step by step. The results
 * are the same. Serves several threads at once.
 */
public final class Engine {
  private final Experiment experiment;
  private final TimelyLoops loops;

  /**
   * Prepares an engine.
   *
   * @param experiment what to run
   * @param runs about how many runs it will be asked for, for which it prepares itself
   */
  public Engine(Experiment experiment, long runs) {
    this(experiment, new TimelyLoops(experiment, runs));
  }

  Engine(Experiment experiment, TimelyLoops loops) {
    this.experiment = experiment;
    this.loops = loops;
  }

  /**
   * Runs some runs of an experiment.
   *
   * @param experiment what to run
   * @param first number of the first run, at least 0
   * @param count how many, at least 0
   * @return the runs first ... first + count - 1
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public static Runs run(Experiment experiment, long first, int count) {
    return new Engine(experiment, count).run(first, count);
  }

  /** Returns the number of coordinates. */
  int dimension() {
    return experiment.objective().dimension();
  }

  /** Returns the objective. */
  Objective objective() {
    return experiment.objective();
  }

  /** Tells whether runs are moved by loops of the engine, since the method is linear. */
  public boolean hasForms() {
    return loops.ready().isPresent();
  }

  /** Returns how fast the engine's loops were so far: those that were used for long enough. */
  public List<FormTime> formTimes() {
    return loops.ready().map(ready -> ready.loops().times()).orElse(List.of());
  }

  /**
   * Runs some runs.
   *
   * @param first number of the first run, at least 0
   * @param count how many, at least 0
   * @return the runs first ... first + count - 1
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public Runs run(long first, int count) {
    return run(first, count, BlockSize.lanes(experiment));
  }

  /** Runs in a block of a given number of lanes, on which the result does not depend. */
  Runs run(long first, int count, int lanes) {
    int capacity = Math.max(1, Math.min(lanes, count));
    Outcomes outcomes = new Outcomes(dimension(), experiment.optimizer(), first, count);
    Starts starts = new Starts(experiment, outcomes, first, count);
    Optional<TimelyLoops.Prepared> ready = loops.ready();
    if (ready.isPresent()) {
      new Sprint(experiment, ready.get(), outcomes, starts, capacity).run();
      return outcomes.runs(experiment.objective(), capacity);
    }
    long began = System.nanoTime();
    Stepwise loop = new Stepwise(experiment, outcomes, capacity);
    starts.fill(loop.block());
    while (loop.block().lanes() > 0) {
      loop.step();
      starts.fill(loop.block());
    }
    loops.moved(count, System.nanoTime() - began);
    return outcomes.runs(experiment.objective(), capacity, loop.oracle());
  }
}

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
 * loops where the objective is a formula; all others go step by step. The results are the same.
 * Serves several threads at once.
 */
public final class Engine {
  /** Generating code takes the time of about so many runs. */
  private static final long MANY_RUNS = 500_000;

  private final Experiment experiment;
  private final Optional<StepLoops> loops;
  private final List<CalmRegion> regions;

  /**
   * Prepares an engine.
   *
   * @param experiment what to run
   * @param runs about how many runs it will be asked for, for which it prepares itself
   */
  public Engine(Experiment experiment, long runs) {
    this(
        experiment,
        runs >= MANY_RUNS && Watch.suits(experiment.stop())
            ? StepLoops.of(experiment)
            : Optional.empty());
  }

  Engine(Experiment experiment, Optional<StepLoops> loops) {
    this.experiment = experiment;
    this.loops = loops;
    regions = loops.isPresent() ? CalmRegion.of(experiment) : List.of();
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

  /** Returns how fast the ways to move runs were so far; empty if there is no choice. */
  public List<FormTime> formTimes() {
    return loops.map(StepLoops::times).orElse(List.of());
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
    Outcomes outcomes = new Outcomes(dimension(), experiment.optimizer().memory(), first, count);
    Starts starts = new Starts(experiment, outcomes, first, count);
    if (loops.isPresent()) {
      new Sprint(experiment, loops.get(), regions, outcomes, starts, capacity).run();
      return outcomes.runs(experiment.objective(), capacity);
    }
    Stepwise loop = new Stepwise(experiment, outcomes, capacity);
    starts.fill(loop.block());
    while (loop.block().lanes() > 0) {
      loop.step();
      starts.fill(loop.block());
    }
    return outcomes.runs(experiment.objective(), capacity, loop.oracle());
  }
}

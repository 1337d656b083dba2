package org.separatrix.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * First hitting times: what runs of an experiment cost until they first reach each of several
 * targets. Every position of every run is looked at. A run ends when it has reached all of them, or
 * is given up where the stop rule ends it.
 *
 * <p>Costs are those of the run alone: the gradients at its positions, the last of them included,
 * and what its method asked for besides. Runs of a method that asks for nothing besides move
 * together; those of others one by one, since a method may share its questions among lanes in ways
 * of its own. The result is the same. Serves several threads at once.
 */
public final class HittingTimes {
  private final Experiment experiment;
  private final List<Target> targets;

  /**
   * Prepares to follow runs.
   *
   * @param experiment what to run
   * @param targets what to reach
   */
  public HittingTimes(Experiment experiment, List<Target> targets) {
    this.experiment = experiment;
    this.targets = List.copyOf(targets);
  }

  /** Returns what is run. */
  Experiment experiment() {
    return experiment;
  }

  /**
   * Follows some runs.
   *
   * @param first number of the first run, at least 0
   * @param count how many, at least 0
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public Hits run(long first, int count) {
    int lanes = Math.max(1, Math.min(BlockSize.lanes(experiment), count));
    return run(first, count, lanes).or(() -> run(first, count, 1)).orElseThrow();
  }

  /** Follows runs in a block; empty if their costs cannot be told apart in it. */
  private Optional<Hits> run(long first, int count, int capacity) {
    Outcomes ends =
        new Outcomes(experiment.objective().dimension(), experiment.optimizer(), first, count);
    Starts starts = new Starts(experiment, ends, first, count);
    HitRecorder recorder = new HitRecorder(experiment, targets, first, count, capacity);
    Stepwise loop = new Stepwise(experiment, ends, capacity, recorder::look);
    starts.fill(loop.block());
    while (loop.block().lanes() > 0) {
      loop.step();
      if (capacity > 1 && recorder.hasMissed(loop.oracle())) {
        return Optional.empty();
      }
      starts.fill(loop.block());
    }
    return Optional.of(recorder.hits());
  }
}

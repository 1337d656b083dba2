package org.separatrix.core.engine;

import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * The generated loops of an experiment, made as soon as they pay: for many runs before the first of
 * them, for fewer when these turn out to take long step by step. Serves several threads.
 */
final class TimelyLoops {
  /** So many runs nearly always take longer than to make loops for them. */
  private static final long MANY_RUNS = 500_000;

  /** Making loops and trying them takes about so long. */
  private static final long COST_NANOSECONDS = 1_000_000_000;

  /** The first runs are slow, since their code is not compiled yet, and tell nothing. */
  private static final long TRIED_NANOSECONDS = COST_NANOSECONDS / 2;

  private final Experiment experiment;

  /** Number of runs that are expected in all. */
  private final long runs;

  private volatile Optional<Prepared> prepared = Optional.empty();
  private boolean isDecided;
  private long moved;
  private long spent;

  /**
   * Loops, and where they need not watch.
   *
   * @param loops the loops
   * @param calm where runs are calm
   */
  record Prepared(StepLoops loops, Calm calm) {
    static Prepared of(Experiment experiment, StepLoops loops) {
      return new Prepared(loops, Calm.of(experiment));
    }
  }

  /**
   * Waits for loops to pay.
   *
   * @param experiment what is run
   * @param runs about how many runs there will be
   */
  TimelyLoops(Experiment experiment, long runs) {
    this.experiment = experiment;
    this.runs = runs;
    isDecided =
        !(experiment.optimizer() instanceof LinearMethod method
            && Watch.suits(experiment.stop(), method));
    if (!isDecided && runs >= MANY_RUNS) {
      isDecided = true;
      prepare();
    }
  }

  /** Has these loops, or none for good. */
  TimelyLoops(Experiment experiment, Optional<Prepared> prepared) {
    this.experiment = experiment;
    runs = 0;
    isDecided = true;
    this.prepared = prepared;
  }

  private void prepare() {
    prepared = StepLoops.of(experiment).map(made -> Prepared.of(experiment, made));
  }

  /** Returns the loops if they have been made. */
  Optional<Prepared> ready() {
    return prepared;
  }

  /**
   * Takes notice of runs that were moved without loops, and makes loops if the others would take
   * longer than that. Meanwhile other threads go on without.
   *
   * @param count number of runs
   * @param nanoseconds how long they took
   */
  void moved(int count, long nanoseconds) {
    if (pay(count, nanoseconds)) {
      prepare();
    }
  }

  private synchronized boolean pay(int count, long nanoseconds) {
    moved += count;
    spent += nanoseconds;
    double left = (double) spent / Math.max(1, moved) * (runs - moved);
    boolean pay = !isDecided && spent > TRIED_NANOSECONDS && left > COST_NANOSECONDS;
    isDecided |= pay;
    return pay;
  }
}

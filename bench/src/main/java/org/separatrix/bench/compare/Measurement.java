package org.separatrix.bench.compare;

import java.util.HashMap;
import java.util.Map;
import org.separatrix.bench.peer.Timing;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Task;

/**
 * The rates that were measured, in 10^9 trajectory-steps per second where d = 2, and in 10^9
 * coordinate-steps per second elsewhere.
 */
final class Measurement {
  private static final double UNIT = 1e9;

  private final boolean byProcessor;
  private final Map<Task, Map<Column, Rates>> rates = new HashMap<>();

  /**
   * Creates an empty one.
   *
   * @param byProcessor whether one thread is timed by the processor's clock rather than that on the
   *     wall
   */
  Measurement(boolean byProcessor) {
    this.byProcessor = byProcessor;
  }

  /**
   * Adds a round.
   *
   * @param task the task
   * @param column the peer
   * @param timing how long it took
   * @param stepsPerRun mean number of steps of a run
   */
  void add(Task task, Column column, Timing timing, double stepsPerRun) {
    int dimension = task.work().dimension();
    double steps = timing.units() * (task.goal() == Goal.STEPS ? 1 : stepsPerRun);
    double seconds = byProcessor && task.threads() == 1 ? timing.cpu() : timing.wall();
    of(task, column).add(steps * (dimension == 2 ? 1 : dimension) / seconds / UNIT);
  }

  /** Returns the rates of a peer at a task. */
  Rates of(Task task, Column column) {
    return rates
        .computeIfAbsent(task, key -> new HashMap<>())
        .computeIfAbsent(column, key -> new Rates());
  }
}

package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.core.engine.States;

/**
 * Runs that stopped near points which they may yet leave, run on together.
 *
 * <p>First until they leave the neighbourhood of their point, whatever the gradient, for at most
 * one and a half times the number of steps that the linear law gives, rounded up to a power of two;
 * then by the rule of the cell, unless a random method left a point that attracts it.
 */
final class RunOn {
  private static final double MARGIN = 1.5;
  private static final long FEWEST_STEPS = 128;
  private static final long MOST_STEPS = 1L << 24;

  /** A run that waits to be run on. */
  record Waiting(int index, long number, int anchor, double stepsToLeave) {}

  /**
   * What became of it.
   *
   * @param left whether it left the neighbourhood of its point
   * @param runs the runs in which it ended up
   * @param at its position in them
   * @param steps number of steps since it was run on
   */
  record Outcome(Waiting waiting, boolean left, Runs runs, int at, long steps) {}

  private final Continuation continuation;
  private final boolean deterministic;
  private final StopRule stop;
  private final Runs stopped;
  private final int round;
  private final List<Outcome> outcomes = new ArrayList<>();
  private long gradientEvaluations;
  private long valueEvaluations;

  RunOn(Continuation continuation, boolean deterministic, StopRule stop, Runs stopped, int round) {
    this.continuation = continuation;
    this.deterministic = deterministic;
    this.stop = stop;
    this.stopped = stopped;
    this.round = round;
  }

  /** Runs on and returns what became of each, in a fixed order. */
  List<Outcome> run(List<Waiting> waiting, List<Anchor> anchors) {
    Map<Integer, Map<Long, List<Waiting>>> groups = new TreeMap<>();
    for (Waiting each : waiting) {
      groups
          .computeIfAbsent(each.anchor(), key -> new TreeMap<>())
          .computeIfAbsent(budget(each), key -> new ArrayList<>())
          .add(each);
    }
    groups.forEach(
        (anchor, byBudget) ->
            byBudget.forEach((budget, group) -> leave(group, anchors.get(anchor), budget)));
    return outcomes;
  }

  long gradientEvaluations() {
    return gradientEvaluations;
  }

  long valueEvaluations() {
    return valueEvaluations;
  }

  private long budget(Waiting run) {
    if (Double.isInfinite(run.stepsToLeave())) {
      return Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, stop.maxSteps()));
    }
    double steps = MARGIN * run.stepsToLeave() + FEWEST_STEPS / 2.0;
    return steps >= MOST_STEPS
        ? MOST_STEPS
        : Math.max(FEWEST_STEPS, 2 * Long.highestOneBit((long) steps));
  }

  private void leave(List<Waiting> group, Anchor anchor, long budget) {
    Optional<StopRule.Region> region = stop.region();
    StopRule rule =
        new StopRule(
            -1,
            budget,
            stop.divergenceRadius(),
            Optional.of(
                (x, lane) ->
                    anchor.distance(x, lane) <= anchor.radius()
                        && (region.isEmpty() || region.get().contains(x, lane))));
    int[] columns = group.stream().mapToInt(Waiting::index).toArray();
    Runs runs = run(2 * round, group, stopped, columns, rule);
    List<Waiting> gone = new ArrayList<>();
    List<Integer> goneAt = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      if (LimitRule.stopped(runs.termination()[i])) {
        outcomes.add(new Outcome(group.get(i), false, runs, i, runs.steps()[i]));
      } else if (!deterministic && !anchor.dynamics().hasUnstableDirection()) {
        outcomes.add(new Outcome(group.get(i), true, runs, i, runs.steps()[i]));
      } else {
        gone.add(group.get(i));
        goneAt.add(i);
      }
    }
    if (!gone.isEmpty()) {
      goOn(gone, goneAt, runs);
    }
  }

  private void goOn(List<Waiting> gone, List<Integer> at, Runs before) {
    int[] columns = at.stream().mapToInt(Integer::intValue).toArray();
    Runs runs = run(2 * round + 1, gone, before, columns, stop);
    for (int i = 0; i < gone.size(); i++) {
      long steps = before.steps()[at.get(i)] + runs.steps()[i];
      outcomes.add(new Outcome(gone.get(i), true, runs, i, steps));
    }
  }

  private Runs run(int stage, List<Waiting> group, Runs from, int[] columns, StopRule rule) {
    long[] numbers = group.stream().mapToLong(Waiting::number).toArray();
    Runs runs = continuation.run(stage, numbers, States.of(from, columns), rule);
    gradientEvaluations += runs.gradientEvaluations();
    valueEvaluations += runs.valueEvaluations();
    return runs;
  }
}

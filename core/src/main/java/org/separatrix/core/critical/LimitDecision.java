package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.critical.EndMatcher.Match;
import org.separatrix.core.critical.RunOn.Outcome;
import org.separatrix.core.critical.RunOn.Waiting;

/** The decisions of one chunk of runs. Not for use by several threads at once. */
final class LimitDecision {
  private static final int UNDECIDED = ProvenLimits.UNPROVEN;

  private final Limits limits;
  private final EndRefinements refinements;
  private final RunEnds ends;
  private final int[] limit;
  private final List<Anchor> anchors;
  private final List<CriticalPoint> points;

  /** The points again, filled when the first end needs Newton's method. */
  private final PointSet set;

  private final Map<FoundPoint, Integer> indices = new HashMap<>();

  LimitDecision(Limits limits, Runs runs, EndRefinements refinements) {
    this.limits = limits;
    this.refinements = refinements;
    ends = new RunEnds(runs);
    limit = new int[runs.size()];
    anchors = new ArrayList<>(limits.anchors());
    points = new ArrayList<>(limits.census().points());
    set = new PointSet(limits.function());
  }

  RunLimits decide(Optional<EndRegions> regions) {
    Arrays.fill(limit, UNDECIDED);
    regions.ifPresent(this::takeProven);
    int[] open = undecided();
    for (int round = 0; open.length > 0; round++) {
      List<Waiting> waiting = judge(open);
      if (round == limits.mostRounds()) {
        waiting.forEach(each -> limit[each.index()] = RunLimits.UNRESOLVED);
        break;
      }
      open = waiting.isEmpty() ? new int[0] : runOn(waiting, limits.runOn(ends.runs(), round));
    }
    return new RunLimits(ends.runs(), points, limits.census().points().size(), limit);
  }

  private int[] undecided() {
    int[] open = new int[limit.length];
    int count = 0;
    for (int i = 0; i < limit.length; i++) {
      open[count] = i;
      count += limit[i] == UNDECIDED ? 1 : 0;
    }
    return Arrays.copyOf(open, count);
  }

  private void takeProven(EndRegions regions) {
    for (int i = 0; i < limit.length; i++) {
      if (LimitRule.stopped(ends.termination(i))) {
        limit[i] = limits.proven().of(regions, ends.runs(), i);
      }
    }
  }

  /** Decides the runs whose ends allow it, and returns those that must be run on. */
  private List<Waiting> judge(int[] open) {
    int[] stopped = new int[open.length];
    int count = 0;
    for (int i : open) {
      if (!LimitRule.stopped(ends.termination(i))) {
        limit[i] = RunLimits.NONE;
      } else if (ends.hasValue(i)) {
        stopped[count++] = i;
      } else {
        limit[i] = RunLimits.UNRESOLVED;
      }
    }
    double[][] end = ends.gather(stopped, count);
    int[] nearest = new int[count];
    Match[] match = new Match[count];
    new EndMatcher(limits.function(), limits.anchors()).match(end, nearest.length, nearest, match);
    List<Waiting> waiting = new ArrayList<>();
    for (int j = 0; j < nearest.length; j++) {
      int i = stopped[j];
      int anchor = match[j] == Match.NONE ? refine(i) : nearest[j];
      if (anchor < 0) {
        limit[i] = anchor;
      } else {
        judge(i, anchor, match[j] == Match.LINEAR).ifPresent(waiting::add);
      }
    }
    return waiting;
  }

  private Optional<Waiting> judge(int i, int index, boolean linear) {
    LimitRule.Judgement judgement = limits.rule().judge(ends, i, anchors.get(index), linear);
    switch (judgement.decision()) {
      case LIMIT -> limit[i] = index;
      case UNRESOLVED -> limit[i] = RunLimits.UNRESOLVED;
      case RUN_ON -> {
        return Optional.of(new Waiting(i, ends.number(i), index, judgement.steps()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the index of the point that the end of a run leads to, a new one if need be, or how the
   * limit is labelled that has none.
   */
  private int refine(int i) {
    if (ends.termination(i) == Termination.BUDGET) {
      return RunLimits.UNRESOLVED;
    }
    if (points.size() >= limits.mostPoints()) {
      return ends.isAttracted(i, limits.unlisted()) ? RunLimits.UNLISTED : RunLimits.UNRESOLVED;
    }
    if (indices.isEmpty()) {
      for (int j = 0; j < points.size(); j++) {
        indices.put(set.addDistinct(points.get(j)), j);
      }
    }
    double[] end = ends.end(i);
    return limits
        .onContinuum(end, set)
        .or(() -> limits.refine(end, refinements).map(set::add))
        .map(this::index)
        .orElse(RunLimits.UNRESOLVED);
  }

  private int index(FoundPoint member) {
    if (!indices.containsKey(member)) {
      CriticalPoint found = member.toCriticalPoint(limits.function());
      limits.function().remember(member.point());
      indices.put(member, points.size());
      points.add(found);
      anchors.add(limits.anchor(found, points));
    }
    return indices.get(member);
  }

  /** Runs on, settles the runs that stayed, and returns the indices of those to judge again. */
  private int[] runOn(List<Waiting> waiting, RunOn runOn) {
    List<Integer> left = new ArrayList<>();
    for (Outcome outcome : runOn.run(waiting, anchors)) {
      int i = outcome.waiting().index();
      Anchor anchor = anchors.get(outcome.waiting().anchor());
      boolean goesOn = limits.rule().isDeterministic() || anchor.dynamics().hasUnstableDirection();
      if (goesOn && outcome.left() && outcome.steps() > 0) {
        ends.replace(i, outcome.runs(), outcome.at(), outcome.steps());
        left.add(i);
      } else if (!anchor.dynamics().hasUnstableDirection()) {
        boolean stays = !outcome.left() && anchor.stepsToSettle(outcome.runs(), outcome.at()) == 0;
        limit[i] = stays ? outcome.waiting().anchor() : RunLimits.UNRESOLVED;
      } else {
        boolean hit =
            limits.rule().isDeterministic()
                && Double.isInfinite(anchor.stepsToLeave(outcome.runs().end(), outcome.at()));
        limit[i] = hit ? outcome.waiting().anchor() : RunLimits.UNRESOLVED;
      }
    }
    ends.count(runOn.gradientEvaluations(), runOn.valueEvaluations());
    return left.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}

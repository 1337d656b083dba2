package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.core.engine.Target;
import org.separatrix.runner.study.Compare;

/**
 * The targets on an objective, by the minima that are known there.
 *
 * @param targets what is to be reached, as results name it
 * @param conditions the same, as runs are tested, in the same order
 * @param remarks what was left out, and why
 */
record TargetChoice(List<ComparedTarget> targets, List<Target> conditions, List<String> remarks) {
  /** Values of minima that differ by less, relative to the largest critical one, are one value. */
  private static final double SAME_VALUE = 1e-9;

  /**
   * Chooses.
   *
   * @param wanted what the study asks for
   * @param census the critical points of the objective
   * @param stop when its runs are given up
   */
  static TargetChoice of(Compare wanted, Census census, StopRule stop) {
    TargetChoice choice = new TargetChoice(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (double norm : wanted.targets().gradientNorm()) {
      choice.addNorm(norm, census, stop);
    }
    List<CriticalPoint> minima =
        census.points().stream()
            .filter(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM)
            .toList();
    if (minima.isEmpty()) {
      if (!wanted.targets().value().isEmpty() || !wanted.targets().distance().isEmpty()) {
        choice.remarks.add(
            census.problem().name()
                + ": no minimum is known, so there is no target of value or distance");
      }
      return choice;
    }
    double least = minima.stream().mapToDouble(CriticalPoint::value).min().orElseThrow();
    double same =
        SAME_VALUE
            * census.points().stream()
                .mapToDouble(point -> Math.abs(point.value()))
                .max()
                .orElseThrow();
    List<CriticalPoint> lowest =
        minima.stream().filter(point -> point.value() <= least + same).toList();
    for (double height : wanted.targets().value()) {
      choice.add(
          new ComparedTarget(
              ComparedTarget.Kind.VALUE, height, least + height, status(census, lowest)),
          new Target.Value(least + height));
    }
    List<CriticalPoint> near = wanted.minima() == Compare.Minima.ANY ? minima : lowest;
    for (double radius : wanted.targets().distance()) {
      choice.add(
          new ComparedTarget(ComparedTarget.Kind.DISTANCE, radius, radius, status(census, near)),
          new Target.Distance(radius, near.stream().map(CriticalPoint::x).toList()));
    }
    return choice;
  }

  private void addNorm(double norm, Census census, StopRule stop) {
    if (norm < stop.gradientTolerance()) {
      remarks.add(
          "%s: the target |grad f| <= %s is left out, runs stop at gradient-tolerance %s"
              .formatted(census.problem().name(), norm, stop.gradientTolerance()));
    } else {
      add(
          new ComparedTarget(ComparedTarget.Kind.GRADIENT_NORM, norm, norm, Optional.empty()),
          new Target.GradientNorm(norm));
    }
  }

  private void add(ComparedTarget target, Target condition) {
    targets.add(target);
    conditions.add(condition);
  }

  /** The least of all minima is certain only where certainly all of them are known. */
  private static Optional<Status> status(Census census, List<CriticalPoint> minima) {
    boolean certain =
        census.completeness() == Status.CERTIFIED
            && minima.stream().allMatch(point -> point.status() == Status.CERTIFIED);
    return Optional.of(certain ? Status.CERTIFIED : Status.ESTIMATED);
  }
}

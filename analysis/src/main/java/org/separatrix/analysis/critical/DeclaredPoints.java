package org.separatrix.analysis.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape.KnownPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/** Holds the critical points that an objective declares against those that were found. */
final class DeclaredPoints {
  static final Prediction PREDICTION =
      new Prediction(
          "declared-critical-points",
          "Every critical point that the objective declares in the domain exists and has the"
              + " declared kind.",
          "the source that the objective names",
          "A declared point that is not in the census, or whose Hessian says another kind.");

  /** What a declared coordinate may be off by, relative to the diagonal of the domain. */
  private static final double NEAR = 1e-3;

  private DeclaredPoints() {}

  private enum Answer {
    AGREES,
    UNDECIDED,
    DIFFERS
  }

  /** Returns the finding, or nothing if no point is declared in the domain. */
  static Optional<Finding> finding(Census census) {
    Problem problem = census.problem();
    List<KnownPoint> declared =
        problem.objective().landscape().criticalPoints().stream()
            .filter(point -> problem.domain().contains(point.x()))
            .toList();
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    int agree = 0;
    Verdict verdict = Verdict.CONSISTENT;
    List<String> exceptions = new ArrayList<>();
    for (KnownPoint point : declared) {
      Optional<CriticalPoint> found = nearest(census, point);
      Answer answer = compare(point, found);
      if (answer == Answer.AGREES) {
        agree++;
        continue;
      }
      exceptions.add(
          "%s declared %s is %s"
              .formatted(
                  Numbers.point(point.x()),
                  point.kind().label(),
                  found.map(other -> other.kind().label()).orElse("not found")));
      if (answer == Answer.DIFFERS) {
        verdict = Verdict.CONTRADICTED;
      } else if (verdict == Verdict.CONSISTENT) {
        verdict = Verdict.INCONCLUSIVE;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("points", (double) agree);
    String detail = "%d of %d declared points found".formatted(agree, declared.size());
    return Optional.of(
        new Finding(
            PREDICTION.id(),
            problem.name(),
            Optional.empty(),
            Optional.empty(),
            verdict,
            List.of(
                new Hypothesis(
                    "points declared",
                    Status.DECLARED,
                    problem.objective().landscape().source().orElse("by the objective"))),
            Map.of("points", (double) declared.size()),
            observed,
            exceptions.isEmpty() ? detail : detail + ": " + String.join("; ", exceptions)));
  }

  private static Optional<CriticalPoint> nearest(Census census, KnownPoint declared) {
    double[] x = declared.x();
    return census.points().stream()
        .min(Comparator.comparingDouble(point -> point.distance(x)))
        .filter(point -> point.distance(x) <= NEAR * census.problem().domain().diameter());
  }

  /** A kind that floating-point arithmetic could not decide contradicts nothing. */
  private static Answer compare(KnownPoint declared, Optional<CriticalPoint> found) {
    if (found.isEmpty()) {
      return Answer.DIFFERS;
    }
    if (found.get().kind() == declared.kind()) {
      return Answer.AGREES;
    }
    return found.get().kind() == CriticalPointKind.UNDECIDED ? Answer.UNDECIDED : Answer.DIFFERS;
  }
}

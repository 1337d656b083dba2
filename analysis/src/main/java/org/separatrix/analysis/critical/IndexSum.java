package org.separatrix.analysis.critical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

/**
 * Holds the sum of the indices of the critical points, sign det H, against the degree of the
 * gradient on the boundary of the domain.
 *
 * <p>The theorem is certain; what a difference refutes is that the census is complete. So the
 * verdict then is "inconclusive", and the detail says that points are missing.
 */
final class IndexSum {
  private static final String BOUNDARY = "gradient does not vanish on the boundary";

  static final Prediction PREDICTION =
      new Prediction(
          "critical-point-indices",
          "The sum of sign det H(x_i) over the critical points in the domain is the degree of grad"
              + " f on its boundary (d = 1, 2).",
          "Poincare and Hopf; Milnor, Topology from the Differentiable Viewpoint (1965), section"
              + " 6",
          List.of(BOUNDARY, "no critical point is degenerate"),
          "the sum of the signs, and the winding of the gradient along the boundary",
          "inconclusive if they differ, as the census may be short of a point; nothing is left to"
              + " chance",
          "A difference says that the census misses a point; it cannot refute the theorem.");

  private static final double DEGENERATE = 1e-9;

  private IndexSum() {}

  /** Returns the finding, or nothing above two dimensions. */
  static Optional<Finding> finding(Census census) {
    Problem problem = census.problem();
    if (problem.dimension() > 2) {
      return Optional.empty();
    }
    List<CriticalPoint> inside =
        census.points().stream().filter(point -> problem.domain().contains(point.x())).toList();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(nondegenerate(inside));
    if (problem.lipschitz().isEmpty()) {
      hypotheses.add(
          vanishesNowhere(problem)
              ? new Hypothesis(
                  BOUNDARY, Status.CERTIFIED, "nor in the domain, by its enclosure there")
              : new Hypothesis(BOUNDARY, Status.VIOLATED, "no L is known"));
      return Optional.of(
          hypotheses.stream().anyMatch(Hypothesis::isViolated)
              ? withoutDegree(census, hypotheses, inside.size())
              : finding(census, hypotheses, inside, 0));
    }
    LipschitzBound bound = problem.lipschitz().get();
    BoundaryDegree.Outcome outcome =
        BoundaryDegree.of(problem.objective(), problem.domain(), safe(bound));
    hypotheses.add(boundary(outcome, bound, problem.domain()));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Optional.of(withoutDegree(census, hypotheses, inside.size()));
    }
    return Optional.of(finding(census, hypotheses, inside, outcome.degree().orElseThrow()));
  }

  /** Where the Hessian is not bounded, the gradient may be. */
  private static boolean vanishesNowhere(Problem problem) {
    if (!(problem.objective() instanceof CompiledFormula formula)) {
      return false;
    }
    IntervalVector domain = IntervalVector.of(problem.domain());
    Enclosure<IntervalVector> gradient = new IntervalFormula(formula).gradient(domain);
    return gradient.isDefinedEverywhere()
        && IntStream.range(0, problem.dimension())
            .anyMatch(k -> !gradient.range().get(k).contains(0));
  }

  /** A sampled L is a lower bound, so it is doubled. */
  private static double safe(LipschitzBound bound) {
    return bound.status() == Status.ESTIMATED ? 2 * bound.value() : bound.value();
  }

  private static Hypothesis boundary(
      BoundaryDegree.Outcome outcome, LipschitzBound bound, Box domain) {
    return outcome.degree().isPresent()
        ? new Hypothesis(
            BOUNDARY,
            domain.dimension() == 1 ? Status.ESTIMATED : bound.status(),
            Numbers.plural(outcome.evaluations(), "gradient"))
        : new Hypothesis(
            BOUNDARY,
            Status.VIOLATED,
            "cannot be told from zero near " + Numbers.point(outcome.where()));
  }

  private static Hypothesis nondegenerate(List<CriticalPoint> inside) {
    String name = "critical points nondegenerate";
    Optional<CriticalPoint> degenerate =
        inside.stream().filter(point -> !isNondegenerate(point)).findFirst();
    return degenerate
        .map(
            point ->
                new Hypothesis(
                    name, Status.VIOLATED, point.id() + " at " + Numbers.point(point.x())))
        .orElseGet(() -> new Hypothesis(name, weakest(inside), inDomain(inside.size())));
  }

  private static String inDomain(int points) {
    return Numbers.plural(points, "point") + " in the domain";
  }

  private static Status weakest(List<CriticalPoint> points) {
    return points.stream().allMatch(point -> point.status() == Status.CERTIFIED)
        ? Status.CERTIFIED
        : Status.ESTIMATED;
  }

  private static boolean isNondegenerate(CriticalPoint point) {
    if (point.kind() == CriticalPointKind.DEGENERATE
        || point.kind() == CriticalPointKind.UNDECIDED) {
      return false;
    }
    if (point.status() == Status.CERTIFIED) {
      return true;
    }
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double lambda : point.eigenvalues()) {
      smallest = Math.min(smallest, Math.abs(lambda));
      largest = Math.max(largest, Math.abs(lambda));
    }
    return smallest > DEGENERATE * largest;
  }

  private static Finding finding(
      Census census, List<Hypothesis> hypotheses, List<CriticalPoint> inside, int degree) {
    int sum = inside.stream().mapToInt(point -> point.morseIndex() % 2 == 0 ? 1 : -1).sum();
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("indexSum", (double) sum);
    observed.put("points", (double) inside.size());
    boolean equal = sum == degree;
    String indices =
        "indices of %s add up to %d".formatted(Numbers.plural(inside.size(), "point"), sum);
    String detail =
        equal
            ? indices + ", the degree on the boundary"
            : "%s, the degree on the boundary is %d: at least %d missing"
                .formatted(indices, degree, Math.abs(degree - sum));
    return new Finding(
        PREDICTION.id(),
        census.problem().name(),
        Optional.empty(),
        Optional.empty(),
        equal ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE,
        hypotheses,
        Map.of("degree", (double) degree),
        observed,
        detail);
  }

  private static Finding withoutDegree(Census census, List<Hypothesis> hypotheses, int points) {
    return new Finding(
        PREDICTION.id(),
        census.problem().name(),
        Optional.empty(),
        Optional.empty(),
        Verdict.HYPOTHESES_NOT_MET,
        hypotheses,
        Map.of(),
        Map.of("points", (double) points),
        inDomain(points));
  }
}

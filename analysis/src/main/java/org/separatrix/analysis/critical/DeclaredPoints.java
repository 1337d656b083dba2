package org.separatrix.analysis.critical;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape.KnownPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.critical.Gradients;
import org.separatrix.core.linalg.SymmetricEigen;

/** Holds the critical points that an objective declares against those that were found. */
final class DeclaredPoints {
  static final Prediction PREDICTION =
      new Prediction(
          "declared-critical-points",
          "Every critical point that the objective declares in the domain exists and has the"
              + " declared kind.",
          "the source that the objective names",
          List.of("the objective declares critical points in the domain"),
          "the distance of each from the nearest point of the census, and the kinds of both",
          "contradicted if the gradient or the Hessian says otherwise beyond rounding; nothing is"
              + " left to chance",
          "A declared point that is not in the census, or whose Hessian says another kind.");

  /** What a declared coordinate may be off by, relative to the diagonal of the domain. */
  private static final double NEAR = 1e-3;

  /** Distance at which a gradient shows that a point is not critical, in the same unit. */
  private static final double CRITICAL = 1e-6;

  /** Eigenvalues below this, relative to the largest, may owe their sign to rounding. */
  private static final double ROUNDING = 1e-9;

  private DeclaredPoints() {}

  private enum Answer {
    AGREES,
    UNDECIDED,
    DIFFERS
  }

  /**
   * A declared point beside what was found.
   *
   * @param declared the point
   * @param found the nearest point of the census, if it is near
   * @param answer what this says of the declaration
   */
  private record Comparison(KnownPoint declared, Optional<CriticalPoint> found, Answer answer) {
    boolean agrees() {
      return answer == Answer.AGREES;
    }

    @Override
    public String toString() {
      return "%s declared %s is %s"
          .formatted(
              Numbers.point(declared.x()),
              declared.kind().label(),
              found.map(other -> other.kind().label()).orElse("not found"));
    }
  }

  /** Returns the finding, or nothing if no point is declared in the domain. */
  static Optional<Finding> finding(Census census, Laboratory laboratory) {
    Problem problem = census.problem();
    List<Comparison> comparisons =
        problem.objective().landscape().criticalPoints().stream()
            .filter(point -> problem.domain().contains(point.x()))
            .map(point -> compare(point, census, laboratory))
            .toList();
    return comparisons.isEmpty() ? Optional.empty() : Optional.of(finding(problem, comparisons));
  }

  private static Finding finding(Problem problem, List<Comparison> comparisons) {
    long agreeing = comparisons.stream().filter(Comparison::agrees).count();
    String detail = "%d of %d declared points found".formatted(agreeing, comparisons.size());
    String exceptions =
        comparisons.stream()
            .filter(each -> !each.agrees())
            .map(Comparison::toString)
            .collect(Collectors.joining("; "));
    return new Finding(
        PREDICTION.id(),
        problem.name(),
        Optional.empty(),
        Optional.empty(),
        verdict(comparisons.stream().map(Comparison::answer).collect(Collectors.toSet())),
        List.of(
            new Hypothesis(
                "points declared",
                Status.DECLARED,
                problem.objective().landscape().source().orElse("by the objective"))),
        Map.of("points", (double) comparisons.size()),
        Map.of("points", (double) agreeing),
        exceptions.isEmpty() ? detail : detail + ": " + exceptions);
  }

  private static Verdict verdict(Set<Answer> answers) {
    if (answers.contains(Answer.DIFFERS)) {
      return Verdict.CONTRADICTED;
    }
    return answers.contains(Answer.UNDECIDED) ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
  }

  private static Comparison compare(KnownPoint point, Census census, Laboratory laboratory) {
    Optional<CriticalPoint> found = nearest(census, point);
    Answer answer =
        found.isPresent()
            ? compare(point, found.get())
            : compareOnContinuum(point, census.problem(), laboratory);
    return new Comparison(point, found, answer);
  }

  private static Optional<CriticalPoint> nearest(Census census, KnownPoint declared) {
    double[] x = declared.x();
    return census.points().stream()
        .min(Comparator.comparingDouble(point -> point.distance(x)))
        .filter(point -> point.distance(x) <= NEAR * census.problem().domain().diameter());
  }

  /** A kind that floating-point arithmetic could not decide contradicts nothing. */
  private static Answer compare(KnownPoint declared, CriticalPoint found) {
    if (found.kind() == declared.kind()) {
      return Answer.AGREES;
    }
    boolean undecided =
        found.kind() == CriticalPointKind.UNDECIDED
            || (found.status() != Status.CERTIFIED && roundingAllows(declared.kind(), found));
    return undecided ? Answer.UNDECIDED : Answer.DIFFERS;
  }

  /** Tells whether eigenvalues that are zero up to rounding may have the signs of a kind. */
  private static boolean roundingAllows(CriticalPointKind kind, CriticalPoint found) {
    double[] eigenvalues = found.eigenvalues();
    double smallest = eigenvalues[0];
    double largest = eigenvalues[eigenvalues.length - 1];
    double rounding = ROUNDING * Math.max(Math.abs(smallest), Math.abs(largest));
    return switch (kind) {
      case LOCAL_MINIMUM -> smallest >= -rounding;
      case LOCAL_MAXIMUM -> largest <= rounding;
      case STRICT_SADDLE -> smallest <= rounding && largest >= -rounding;
      case DEGENERATE -> Math.abs(smallest) <= rounding;
      case UNDECIDED -> true;
    };
  }

  /**
   * Judges a point that is not in the census by its own gradient and Hessian: of a continuum of
   * critical points the census holds only some.
   */
  private static Answer compareOnContinuum(
      KnownPoint declared, Problem problem, Laboratory laboratory) {
    double[] x = declared.x();
    SymmetricEigen eigen = SymmetricEigen.of(laboratory.hessian(problem, x));
    double curvature = eigen.spectralNorm();
    if (!(gradientNorm(problem, x) <= CRITICAL * curvature * problem.domain().diameter())) {
      return Answer.DIFFERS;
    }
    boolean strict = eigen.value(0) < -NEAR * curvature;
    return strict && declared.kind().isStrict() ? Answer.AGREES : Answer.UNDECIDED;
  }

  private static double gradientNorm(Problem problem, double[] x) {
    double sum = 0;
    for (double component : Gradients.at(problem.objective(), x)) {
      sum += component * component;
    }
    return Math.sqrt(sum);
  }
}

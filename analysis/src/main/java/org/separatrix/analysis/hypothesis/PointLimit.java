package org.separatrix.analysis.hypothesis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;

/**
 * How many critical points of an objective an analyzer measures: the first ones.
 *
 * @param most how many, at least 1
 * @param analyzer id of the analyzer, whose key {@code max-points} says so
 */
public record PointLimit(int most, String analyzer) {
  /**
   * Checks the key.
   *
   * @param maxPoints its value
   * @throws IllegalArgumentException if it is less than 1
   */
  public static void check(int maxPoints) {
    if (maxPoints < 1) {
      throw new IllegalArgumentException("max-points is " + maxPoints + ": it must be at least 1");
    }
  }

  /**
   * Returns the points that are measured.
   *
   * @param points all of them
   */
  public List<CriticalPoint> first(List<CriticalPoint> points) {
    return points.subList(0, Math.min(most, points.size()));
  }

  /**
   * Says of each prediction that points were left out, if any were.
   *
   * @param cell the cell
   * @param points all of them
   * @param kind what they are, in the plural
   * @param predictions what would have been tested
   * @param hypotheses the conditions that were checked
   */
  public List<Finding> leftOut(
      CellResult cell,
      List<CriticalPoint> points,
      String kind,
      List<Prediction> predictions,
      List<Hypothesis> hypotheses) {
    return detail(points, kind).stream()
        .flatMap(
            detail ->
                predictions.stream()
                    .map(
                        prediction ->
                            CellFinding.of(
                                prediction.id(), cell, Verdict.INCONCLUSIVE, hypotheses, detail)))
        .toList();
  }

  /**
   * Says of a prediction that compares the cells of an objective that points were left out, if any
   * were.
   *
   * @param problem the objective
   * @param points all of them
   * @param kind what they are, in the plural
   * @param prediction what would have been tested
   */
  public Optional<Finding> leftOut(
      Problem problem, List<CriticalPoint> points, String kind, Prediction prediction) {
    return detail(points, kind)
        .map(
            detail ->
                new Finding(
                    prediction.id(),
                    problem.name(),
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.INCONCLUSIVE,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    detail));
  }

  private Optional<String> detail(List<CriticalPoint> points, String kind) {
    return points.size() <= most
        ? Optional.empty()
        : Optional.of(
            "not measured at %d further %s; raise max-points of %s"
                .formatted(points.size() - most, kind, analyzer));
  }
}

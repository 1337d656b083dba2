package org.separatrix.analysis.hypothesis;

import java.util.List;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;

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
    if (points.size() <= most) {
      return List.of();
    }
    String detail =
        "not measured at %d further %s; raise max-points of %s"
            .formatted(points.size() - most, kind, analyzer);
    return predictions.stream()
        .map(
            prediction ->
                CellFinding.of(prediction.id(), cell, Verdict.INCONCLUSIVE, hypotheses, detail))
        .toList();
  }
}

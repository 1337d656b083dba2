package org.separatrix.api.analysis;

import java.util.List;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/**
 * The critical points of an objective that are known.
 *
 * @param problem the objective
 * @param points the points, in the order of their ids
 * @param completeness how it is known that these are all in the domain; {@link Status#ESTIMATED}
 *     when a search found no more
 * @param continuum whether critical points are not isolated, so that some of these stand for others
 */
public record Census(
    Problem problem, List<CriticalPoint> points, Status completeness, boolean continuum) {
  /** Copies the list. */
  public Census {
    points = List.copyOf(points);
  }

  /**
   * Creates a census of isolated points.
   *
   * @param problem the objective
   * @param points the points, in the order of their ids
   * @param completeness how it is known that these are all in the domain
   */
  public Census(Problem problem, List<CriticalPoint> points, Status completeness) {
    this(problem, points, completeness, false);
  }

  /**
   * Returns a point by its id.
   *
   * @param id such as {@code c1}
   */
  public CriticalPoint point(String id) {
    return points.stream()
        .filter(point -> point.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no critical point '" + id + "'"));
  }
}

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
 */
public record Census(Problem problem, List<CriticalPoint> points, Status completeness) {
  /** Copies the list. */
  public Census {
    points = List.copyOf(points);
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

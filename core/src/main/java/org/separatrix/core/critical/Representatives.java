package org.separatrix.core.critical;

import java.util.HashMap;
import java.util.Map;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;

/** The points of a census that others are, after those were merged into it. */
public final class Representatives {
  private final Census census;
  private final Map<PointKey, CriticalPoint> exact = new HashMap<>();

  /**
   * Prepares the answers.
   *
   * @param census with at least one point
   */
  public Representatives(Census census) {
    this.census = census;
    census.points().forEach(point -> exact.putIfAbsent(new PointKey(point.x()), point));
  }

  /**
   * Returns the point of the census that is nearest.
   *
   * @param point a point found elsewhere
   */
  public CriticalPoint of(CriticalPoint point) {
    CriticalPoint same = exact.get(new PointKey(point.x()));
    return same == null ? nearest(point.x()) : same;
  }

  private CriticalPoint nearest(double[] x) {
    CriticalPoint nearest = census.points().get(0);
    double least = nearest.distance(x);
    for (CriticalPoint candidate : census.points()) {
      double distance = candidate.distance(x);
      if (distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return nearest;
  }
}

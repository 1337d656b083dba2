package org.separatrix.analysis.chain;

import java.util.List;
import org.hipparchus.util.MathArrays;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Finds the critical point nearest to a run, at each of its steps. Mutable, for one thread.
 *
 * <p>While the run is within half of the difference of the distances from the two nearest points,
 * of where these were looked for, the nearest one stays the same, and is not looked for again.
 */
final class NearestPoint {
  private final List<CriticalPoint> points;
  private CriticalPoint nearest;
  private double[] reference = {};
  private double safe = -1;

  /**
   * Prepares the search.
   *
   * @param points at least one
   */
  NearestPoint(List<CriticalPoint> points) {
    this.points = points;
    nearest = points.get(0);
  }

  /** Returns the point nearest to x, the first one of several. */
  CriticalPoint to(double[] x) {
    if (safe >= 0 && MathArrays.distance(x, reference) < safe) {
      return nearest;
    }
    double least = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (CriticalPoint point : points) {
      double distance = point.distance(x);
      if (distance < least) {
        second = least;
        least = distance;
        nearest = point;
      } else {
        second = Math.min(second, distance);
      }
    }
    reference = x.clone();
    // Distances are rounded; a run so near to the middle is looked at anew.
    safe = (second - least) * (0.5 - 1e-9) - 1e-12 * least;
    return nearest;
  }
}

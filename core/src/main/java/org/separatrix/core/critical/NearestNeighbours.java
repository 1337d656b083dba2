package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.separatrix.api.objective.CriticalPoint;

/** The distance of each of some points to the nearest other one. */
final class NearestNeighbours {
  /** The square of a square root is smaller than the number by less than this factor. */
  private static final double ROUNDING = 1 + 4 * Rounding.EPSILON;

  private final double[][] x;

  NearestNeighbours(List<CriticalPoint> points) {
    x = points.stream().map(CriticalPoint::x).toArray(double[][]::new);
  }

  /**
   * Returns the Euclidean distances, fresh, in the order of the points: infinite for a point that
   * is alone; points with the same coordinates are one.
   *
   * @param known the distances that some of the points had when there were no others; of no
   *     consequence but for the time that it takes
   */
  double[] distances(Map<PointKey, Double> known) {
    double[] distance = known(known);
    boolean[] isKnown = new boolean[x.length];
    double[] square = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      isKnown[i] = !Double.isNaN(distance[i]);
      distance[i] = isKnown[i] ? distance[i] : Double.POSITIVE_INFINITY;
      square[i] = distance[i] * distance[i] * ROUNDING;
    }
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!isKnown[i] || !isKnown[j]) {
          double between = Distance.square(x[i], x[j], Math.max(square[i], square[j]));
          if (between > 0) {
            square[i] = Math.min(square[i], between);
            square[j] = Math.min(square[j], between);
          }
        }
      }
    }
    Arrays.setAll(distance, i -> Math.min(distance[i], Math.sqrt(square[i])));
    return distance;
  }

  /** Returns the distances that are known, else NaN; all are NaN if a point is there no more. */
  private double[] known(Map<PointKey, Double> known) {
    PointKey[] keys = Arrays.stream(x).map(PointKey::new).toArray(PointKey[]::new);
    long remaining = Arrays.stream(keys).distinct().filter(known::containsKey).count();
    return Arrays.stream(keys)
        .mapToDouble(
            key -> remaining < known.size() ? Double.NaN : known.getOrDefault(key, Double.NaN))
        .toArray();
  }
}

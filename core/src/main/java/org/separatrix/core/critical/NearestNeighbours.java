package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.List;
import org.separatrix.api.objective.CriticalPoint;

/** The distance of each of some points to the nearest other one. */
final class NearestNeighbours {
  private final double[][] x;

  NearestNeighbours(List<CriticalPoint> points) {
    x = points.stream().map(CriticalPoint::x).toArray(double[][]::new);
  }

  /**
   * Returns the Euclidean distances, fresh, in the order of the points: infinite for a point that
   * is alone; points with the same coordinates are one.
   */
  double[] distances() {
    double[] square = new double[x.length];
    Arrays.fill(square, Double.POSITIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double between = Distance.square(x[i], x[j], Math.max(square[i], square[j]));
        if (between > 0) {
          square[i] = Math.min(square[i], between);
          square[j] = Math.min(square[j], between);
        }
      }
    }
    return Arrays.stream(square).map(Math::sqrt).toArray();
  }
}

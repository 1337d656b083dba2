package org.separatrix.objectives;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;

/**
 * Critical points of a sum of one function of each coordinate: every combination of the critical
 * points of that function.
 */
final class SeparablePoints {
  private SeparablePoints() {}

  /**
   * A critical point of the function of one coordinate.
   *
   * @param x where
   * @param minimum whether it is a minimum rather than a maximum
   */
  record Coordinate(double x, boolean minimum) {}

  /**
   * Adds all combinations to what is known.
   *
   * @param landscape what is known
   * @param coordinates critical points in one coordinate
   * @param dimension number of coordinates
   */
  static Landscape add(Landscape landscape, List<Coordinate> coordinates, int dimension) {
    Landscape result = landscape;
    for (List<Coordinate> point : combinations(coordinates, dimension)) {
      double[] x = point.stream().mapToDouble(Coordinate::x).toArray();
      result = result.withCriticalPoint(kind(point), x);
    }
    return result;
  }

  private static CriticalPointKind kind(List<Coordinate> point) {
    long minima = point.stream().filter(Coordinate::minimum).count();
    if (minima == point.size()) {
      return CriticalPointKind.LOCAL_MINIMUM;
    }
    return minima == 0 ? CriticalPointKind.LOCAL_MAXIMUM : CriticalPointKind.STRICT_SADDLE;
  }

  private static List<List<Coordinate>> combinations(List<Coordinate> coordinates, int dimension) {
    List<List<Coordinate>> points = List.of(List.of());
    for (int k = 0; k < dimension; k++) {
      List<List<Coordinate>> longer = new ArrayList<>();
      for (List<Coordinate> point : points) {
        for (Coordinate coordinate : coordinates) {
          List<Coordinate> next = new ArrayList<>(point);
          next.add(coordinate);
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }
}

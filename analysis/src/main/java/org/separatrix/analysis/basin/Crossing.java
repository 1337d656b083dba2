package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;

/**
 * A place between two starts with different limits, narrowed down until the starts are neighbours
 * in double precision, or nearly so.
 *
 * @param low the one start, two coordinates in the plane; not modified
 * @param high the other one; not modified
 */
record Crossing(double[] low, double[] high) {
  private static final int STARTS = 64;
  private static final int ROUNDS = 9;

  /**
   * Looks for a place between two pixels, by starts at equal distances between the ends, and again
   * between the first two of these with different limits.
   */
  static Crossing between(
      BasinRaster raster,
      BasinRaster.Edge edge,
      CellResult cell,
      Census census,
      Laboratory laboratory) {
    double[] low = raster.plane(edge.i() + 0.5, edge.j() + 0.5);
    double[] high =
        raster.plane(
            edge.i() + (edge.vertical() ? 0.5 : 1.5), edge.j() + (edge.vertical() ? 1.5 : 0.5));
    return between(low, high, u -> raster.slice().position(u[0], u[1]), cell, census, laboratory)
        .orElse(new Crossing(low, high));
  }

  /**
   * Looks for a place on the line between two points.
   *
   * @param low the one point; not modified
   * @param high the other one; not modified
   * @param position the start at a point
   * @return empty if both have the same limit
   */
  static Optional<Crossing> between(
      double[] low,
      double[] high,
      UnaryOperator<double[]> position,
      CellResult cell,
      Census census,
      Laboratory laboratory) {
    double[] from = low;
    double[] to = high;
    for (int round = 0; round < ROUNDS; round++) {
      List<double[]> points = new ArrayList<>();
      for (int k = 0; k < STARTS; k++) {
        points.add(onLine(from, to, (double) k / STARTS));
      }
      points.add(to);
      int[] limits =
          laboratory
              .limits(
                  "crossing/" + cell.id(),
                  census,
                  cell.optimizer(),
                  new GivenStarts(points.stream().map(position).toList()),
                  points.size(),
                  cell.stop())
              .limits();
      int first = 1;
      while (first <= STARTS && limits[first] == limits[0]) {
        first++;
      }
      if (first > STARTS) {
        return Optional.empty();
      }
      from = points.get(first - 1);
      to = points.get(first);
    }
    return Optional.of(new Crossing(from, to));
  }

  private static double[] onLine(double[] from, double[] to, double share) {
    double[] point = new double[from.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = from[k] + share * (to[k] - from[k]);
    }
    return point;
  }
}

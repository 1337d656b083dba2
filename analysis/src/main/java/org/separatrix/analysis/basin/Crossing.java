package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
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
    for (int round = 0; round < ROUNDS; round++) {
      List<double[]> plane = new ArrayList<>();
      List<double[]> starts = new ArrayList<>();
      for (int k = 0; k <= STARTS; k++) {
        double share = (double) k / STARTS;
        double[] u = {
          low[0] + share * (high[0] - low[0]), low[1] + share * (high[1] - low[1]),
        };
        plane.add(k == STARTS ? high : u);
        starts.add(raster.slice().position(plane.get(k)[0], plane.get(k)[1]));
      }
      int[] limits =
          laboratory
              .limits(
                  "crossing/" + cell.id(),
                  census,
                  cell.optimizer(),
                  new GivenStarts(starts),
                  starts.size(),
                  cell.stop())
              .limits();
      int first = 1;
      while (first < STARTS && limits[first] == limits[0]) {
        first++;
      }
      low = plane.get(first - 1);
      high = plane.get(first);
    }
    return new Crossing(low, high);
  }
}

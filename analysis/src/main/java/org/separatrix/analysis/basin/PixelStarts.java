package org.separatrix.analysis.basin;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.start.StartDistribution;

/**
 * Starts run j n + i in the middle of the pixel in column i and row j of a slice, n columns wide.
 *
 * @param slice the slice
 * @param grid its pixels
 */
record PixelStarts(PlanarSlice slice, Grid grid) implements StartDistribution {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    int column = (int) (run % grid.columns());
    int row = (int) (run / grid.columns());
    double u1 = grid.middleOfColumn(column);
    double u2 = grid.middleOfRow(row);
    for (int k = 0; k < x.length; k++) {
      x[k] = slice.base()[k] + u1 * slice.first()[k] + u2 * slice.second()[k];
    }
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of((long) grid.columns() * grid.rows());
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }
}

package org.separatrix.core.basin;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The box-counting dimension of the boundary between basins: with N(e) boxes of side e that hold
 * more than one label, N(e) ~ e^-dimension.
 *
 * <p>The uncertainty exponent is that of the share of starts whose basin is uncertain when they are
 * known to within e (Grebogi, McDonald, Ott and Yorke, Final state sensitivity, Physics Letters A
 * 99, 1983): 2 - dimension in the plane. It is 1 at a smooth boundary, smaller at a fractal one.
 *
 * @param sizes sides of the boxes in cells, ascending
 * @param counts number of boxes of each size with more than one label, none of them 0
 * @param dimension slope of ln N against ln 1/e, by least squares; not a number from fewer than two
 *     sizes
 * @param error standard error of the slope; not a number from fewer than three sizes
 */
public record BoundaryDimension(
    List<Integer> sizes, List<Long> counts, double dimension, double error) {
  /** Copies the lists. */
  public BoundaryDimension {
    sizes = List.copyOf(sizes);
    counts = List.copyOf(counts);
  }

  /**
   * Counts boxes of all sizes in a range. What is left over at the right and at the bottom is not
   * counted.
   *
   * @param raster the labels
   * @param smallest side of the smallest boxes in cells, at least 2
   * @param largest side of the largest boxes, at least {@code smallest}
   */
  public static BoundaryDimension of(LabelRaster raster, int smallest, int largest) {
    if (smallest < 2 || largest < smallest || largest > Math.min(raster.width(), raster.height())) {
      throw new IllegalArgumentException(
          "boxes of %d to %d cells cannot be counted on %d x %d"
              .formatted(smallest, largest, raster.width(), raster.height()));
    }
    List<Integer> sizes = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    SimpleRegression line = new SimpleRegression();
    for (int size = smallest; size <= largest; size++) {
      long count = uncertainBoxes(raster, size);
      if (count > 0) {
        sizes.add(size);
        counts.add(count);
        line.addData(-Math.log(size), Math.log((double) count));
      }
    }
    return new BoundaryDimension(sizes, counts, line.getSlope(), line.getSlopeStdErr());
  }

  /** Returns the uncertainty exponent. */
  public double uncertaintyExponent() {
    return 2 - dimension;
  }

  private static long uncertainBoxes(LabelRaster raster, int size) {
    long count = 0;
    for (int j = 0; j + size <= raster.height(); j += size) {
      for (int i = 0; i + size <= raster.width(); i += size) {
        count += isUncertain(raster, i, j, size) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isUncertain(LabelRaster raster, int left, int top, int size) {
    int label = raster.label(left, top);
    for (int j = top; j < top + size; j++) {
      for (int i = left; i < left + size; i++) {
        if (raster.label(i, j) != label) {
          return true;
        }
      }
    }
    return false;
  }
}

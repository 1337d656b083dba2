package org.separatrix.core.basin;

import java.util.HashMap;
import java.util.Map;

/**
 * How uncertain it is to which basin a start belongs that is known to within a box (Daza,
 * Wagemakers, Georgeot, Guery-Odelin and Sanjuan, Basin entropy, Scientific Reports 6, 31416,
 * 2016).
 *
 * <p>The raster is divided into square boxes; what is left over at the right and at the bottom is
 * not counted. The entropy of a box is -sum p ln p over the shares p of its labels.
 *
 * @param entropy mean over all boxes
 * @param boundaryEntropy mean over the boxes with more than one label; above ln 2 the boundary is
 *     fractal; 0 if there is none
 */
public record BasinEntropy(double entropy, double boundaryEntropy) {
  /**
   * Measures a raster.
   *
   * @param raster the labels
   * @param size side of the boxes in cells, at most that of the raster
   */
  public static BasinEntropy of(LabelRaster raster, int size) {
    if (size < 1 || size > Math.min(raster.width(), raster.height())) {
      throw new IllegalArgumentException(
          "boxes of %d cells do not fit into %d x %d"
              .formatted(size, raster.width(), raster.height()));
    }
    double total = 0;
    long boxes = 0;
    long uncertain = 0;
    for (int j = 0; j + size <= raster.height(); j += size) {
      for (int i = 0; i + size <= raster.width(); i += size) {
        double entropy = entropy(raster, i, j, size);
        total += entropy;
        boxes++;
        uncertain += entropy > 0 ? 1 : 0;
      }
    }
    return new BasinEntropy(total / boxes, uncertain == 0 ? 0 : total / uncertain);
  }

  private static double entropy(LabelRaster raster, int left, int top, int size) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int j = top; j < top + size; j++) {
      for (int i = left; i < left + size; i++) {
        counts.merge(raster.label(i, j), 1, Integer::sum);
      }
    }
    double entropy = 0;
    for (int count : counts.values()) {
      double share = (double) count / ((double) size * size);
      entropy -= share * Math.log(share);
    }
    return counts.size() == 1 ? 0 : entropy;
  }
}

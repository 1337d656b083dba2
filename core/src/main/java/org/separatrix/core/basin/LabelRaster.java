package org.separatrix.core.basin;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/**
 * A rectangle of cells, each with a label: the basin that a start in the middle of the cell belongs
 * to. Immutable.
 */
public final class LabelRaster {
  private final int width;
  private final int height;
  private final int[] labels;

  private LabelRaster(int width, int height, int[] labels) {
    this.width = width;
    this.height = height;
    this.labels = labels;
  }

  /**
   * Creates a raster.
   *
   * @param width number of columns, at least 1
   * @param height number of rows, at least 1
   * @param labels the label of column i in row j is {@code labels[j * width + i]}; copied
   */
  public static LabelRaster of(int width, int height, int[] labels) {
    if (width < 1 || height < 1 || labels.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          "%d labels do not fill %d columns and %d rows".formatted(labels.length, width, height));
    }
    return new LabelRaster(width, height, labels.clone());
  }

  /**
   * Creates a raster cell by cell.
   *
   * @param width number of columns, at least 1
   * @param height number of rows, at least 1
   * @param label gives the label of a column and row
   */
  public static LabelRaster of(int width, int height, IntBinaryOperator label) {
    int[] labels = new int[Math.multiplyExact(width, height)];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        labels[j * width + i] = label.applyAsInt(i, j);
      }
    }
    return new LabelRaster(width, height, labels);
  }

  /** Returns the number of columns. */
  public int width() {
    return width;
  }

  /** Returns the number of rows. */
  public int height() {
    return height;
  }

  /**
   * Returns the label of a cell.
   *
   * @param i column, from 0
   * @param j row, from 0
   */
  public int label(int i, int j) {
    return labels[j * width + i];
  }

  /** Returns the number of cells of each label, by ascending label. */
  public Map<Integer, Long> counts() {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int label : labels) {
      counts.merge(label, 1L, Long::sum);
    }
    return counts;
  }

  /** Tells whether a cell has a neighbour, above, below or beside, with another label. */
  public boolean isBoundary(int i, int j) {
    int label = label(i, j);
    return (i > 0 && label(i - 1, j) != label)
        || (i + 1 < width && label(i + 1, j) != label)
        || (j > 0 && label(i, j - 1) != label)
        || (j + 1 < height && label(i, j + 1) != label);
  }

  /**
   * Compares two rasters of the same size cell by cell.
   *
   * @param other the other raster
   * @return the number of cells with each pair of labels, this raster's first
   */
  public Map<Integer, Map<Integer, Long>> confusion(LabelRaster other) {
    if (other.width != width || other.height != height) {
      throw new IllegalArgumentException(
          "a raster of %d x %d cells is compared with one of %d x %d"
              .formatted(width, height, other.width, other.height));
    }
    Map<Integer, Map<Integer, Long>> pairs = new TreeMap<>();
    for (int n = 0; n < labels.length; n++) {
      pairs
          .computeIfAbsent(labels[n], key -> new TreeMap<>())
          .merge(other.labels[n], 1L, Long::sum);
    }
    return pairs;
  }
}

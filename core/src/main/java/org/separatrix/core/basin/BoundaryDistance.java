package org.separatrix.core.basin;

/**
 * Distances to the boundary between a raster's basins: the edges between cells with different
 * labels.
 *
 * <p>Places are rounded to half cells, the corners, the middles of edges and the centres of cells.
 * Between those the distance is exact: the nearest boundary within each column is known beforehand,
 * and a search over columns ends when no farther one can be nearer.
 */
public final class BoundaryDistance {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final LabelRaster raster;

  /** For each column of half cells the distance to the boundary within it, in half cells. */
  private final double[][] withinColumn;

  /**
   * Prepares distances.
   *
   * @param raster the labels
   */
  public BoundaryDistance(LabelRaster raster) {
    this.raster = raster;
    int columns = 2 * raster.width() + 1;
    int rows = 2 * raster.height() + 1;
    withinColumn = new double[columns][rows];
    for (int p = 0; p < columns; p++) {
      double[] column = withinColumn[p];
      double distance = NONE;
      for (int q = 0; q < rows; q++) {
        distance = isOnBoundary(p, q) ? 0 : distance + 1;
        column[q] = distance;
      }
      distance = NONE;
      for (int q = rows - 1; q >= 0; q--) {
        distance = isOnBoundary(p, q) ? 0 : distance + 1;
        column[q] = Math.min(column[q], distance);
      }
    }
  }

  /** Tells whether the cells that meet in a half cell differ; a centre belongs to one cell. */
  private boolean isOnBoundary(int p, int q) {
    int left = (p - 1) / 2;
    int top = (q - 1) / 2;
    int label = raster.label(left, top);
    for (int i = left; i <= Math.min(p / 2, raster.width() - 1); i++) {
      for (int j = top; j <= Math.min(q / 2, raster.height() - 1); j++) {
        if (raster.label(i, j) != label) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the distance of a place from the boundary, in cells.
   *
   * @param x horizontally, in cells from the outer edge of the first column; the centre of that is
   *     at 0.5
   * @param y vertically, in cells from the outer edge of the first row
   * @return infinite if there is no boundary
   */
  public double from(double x, double y) {
    int p = clamp((int) Math.round(2 * x), withinColumn.length);
    int q = clamp((int) Math.round(2 * y), withinColumn[0].length);
    double nearest = NONE;
    for (int offset = 0; offset < nearest; offset++) {
      boolean inside = false;
      for (int column : new int[] {p - offset, p + offset}) {
        if (column >= 0 && column < withinColumn.length) {
          inside = true;
          nearest = Math.min(nearest, Math.hypot(offset, withinColumn[column][q]));
        }
      }
      if (!inside) {
        break;
      }
    }
    return nearest / 2;
  }

  private static int clamp(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }
}

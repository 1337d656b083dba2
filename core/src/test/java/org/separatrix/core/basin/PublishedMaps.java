package org.separatrix.core.basin;

/** Rasters of maps whose measures are published. */
final class PublishedMaps {
  private PublishedMaps() {}

  /** Newton's method for z^3 = 1 on [-1, 1]^2; the label is the root that it goes to. */
  static LabelRaster newton(int cells) {
    return LabelRaster.of(
        cells, cells, (i, j) -> newtonRoot(grid(i, cells, -1, 1), grid(j, cells, -1, 1)));
  }

  private static int newtonRoot(double re, double im) {
    double x = re;
    double y = im;
    for (int step = 0; step < 100; step++) {
      // z - (z^3 - 1) / (3 z^2) = (2 z + 1 / z^2) / 3
      double norm = x * x + y * y;
      double squareRe = (x * x - y * y) / (norm * norm);
      double squareIm = -2 * x * y / (norm * norm);
      x = (2 * x + squareRe) / 3;
      y = (2 * y + squareIm) / 3;
    }
    return x > 0 ? 0 : y > 0 ? 1 : 2;
  }

  /**
   * The map of Grebogi, McDonald, Ott and Yorke (1983) on [0, 2 pi] x [-1/2, 1/2]: the label tells
   * the fixed points at angle 0 and pi apart.
   */
  static LabelRaster grebogi(int cells) {
    return LabelRaster.of(
        cells,
        cells,
        (i, j) -> grebogiEnd(grid(i, cells, 0, 2 * Math.PI), grid(j, cells, -0.5, 0.5)));
  }

  private static int grebogiEnd(double angle, double second) {
    double theta = angle;
    double x = second;
    for (int step = 0; step < 500 && Math.abs(Math.sin(theta)) > 1e-4; step++) {
      double next =
          theta + 1.32 * Math.sin(2 * theta) - 0.9 * Math.sin(4 * theta) - x * Math.sin(theta);
      x = -0.3 * Math.cos(theta);
      theta = next;
    }
    return Math.cos(theta) > 0 ? 0 : 1;
  }

  /** Henon's map with its classical parameters on [-2, 2]^2: whether a start escapes. */
  static LabelRaster henon(int cells) {
    return LabelRaster.of(
        cells, cells, (i, j) -> henonEscapes(grid(i, cells, -2, 2), grid(j, cells, -2, 2)));
  }

  private static int henonEscapes(double first, double second) {
    double x = first;
    double y = second;
    for (int step = 0; step < 1000 && Math.abs(x) < 1e6; step++) {
      double next = 1 - 1.4 * x * x + y;
      y = 0.3 * x;
      x = next;
    }
    return Math.abs(x) < 1e6 ? 0 : 1;
  }

  private static double grid(int index, int cells, double low, double high) {
    return low + (high - low) * index / (cells - 1);
  }
}

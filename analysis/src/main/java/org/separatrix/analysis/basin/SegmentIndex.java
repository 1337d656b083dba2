package org.separatrix.analysis.basin;

import java.util.Arrays;

/** Segments in the plane of a raster's pixels, by the pixels that they pass through. */
final class SegmentIndex {
  /**
   * Segments are followed in steps so long, in pixels; more than that off a pixel none is missed.
   */
  private static final double STEP = 0.5;

  private final int columns;
  private final int rows;
  private final int[] newest;
  private int[] older = new int[1024];
  private int[] segment = new int[1024];
  private double[][] ends = new double[1024][];
  private int entries;
  private int segments;

  /**
   * Creates an empty index.
   *
   * @param width number of columns of pixels
   * @param height number of rows
   */
  SegmentIndex(int width, int height) {
    columns = width;
    rows = height;
    newest = new int[width * height];
    Arrays.fill(newest, -1);
  }

  /** Adds a polyline, in pixels. */
  void add(double[][] points) {
    for (int i = 1; i < points.length; i++) {
      add(points[i - 1][0], points[i - 1][1], points[i][0], points[i][1]);
    }
  }

  /** Adds a segment; what lies off the raster is left out. */
  void add(double x0, double y0, double x1, double y1) {
    if (segments == ends.length) {
      ends = Arrays.copyOf(ends, 2 * segments);
    }
    ends[segments] = new double[] {x0, y0, x1, y1};
    int pieces = (int) Math.ceil(Math.hypot(x1 - x0, y1 - y0) / STEP) + 1;
    int last = -1;
    for (int k = 0; k <= pieces; k++) {
      double share = (double) k / pieces;
      int column = (int) Math.floor(x0 + share * (x1 - x0));
      int row = (int) Math.floor(y0 + share * (y1 - y0));
      boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
      int pixel = inside ? row * columns + column : -1;
      if (inside && pixel != last) {
        enter(pixel);
      }
      last = pixel;
    }
    segments++;
  }

  private void enter(int pixel) {
    if (entries == older.length) {
      older = Arrays.copyOf(older, 2 * entries);
      segment = Arrays.copyOf(segment, 2 * entries);
    }
    older[entries] = newest[pixel];
    segment[entries] = segments;
    newest[pixel] = entries++;
  }

  /**
   * Returns the distance of a place from the nearest segment, in pixels.
   *
   * @param x abscissa
   * @param y ordinate
   * @param most farther ones need not be found
   * @return infinite if none is found
   */
  double distance(double x, double y, double most) {
    int column = clamp((int) Math.floor(x), columns);
    int row = clamp((int) Math.floor(y), rows);
    double nearest = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring - 1 - STEP <= Math.min(nearest, most); ring++) {
      for (int j = row - ring; j <= row + ring; j++) {
        boolean side = j == row - ring || j == row + ring;
        for (int i = column - ring; i <= column + ring; i += side ? 1 : Math.max(1, 2 * ring)) {
          nearest = Math.min(nearest, within(i, j, x, y));
        }
      }
    }
    return nearest;
  }

  private double within(int i, int j, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    if (i < 0 || j < 0 || i >= columns || j >= rows) {
      return nearest;
    }
    for (int entry = newest[j * columns + i]; entry >= 0; entry = older[entry]) {
      nearest = Math.min(nearest, distance(ends[segment[entry]], x, y));
    }
    return nearest;
  }

  private static double distance(double[] s, double x, double y) {
    double dx = s[2] - s[0];
    double dy = s[3] - s[1];
    double squared = dx * dx + dy * dy;
    double share = squared == 0 ? 0 : ((x - s[0]) * dx + (y - s[1]) * dy) / squared;
    double clamped = Math.max(0, Math.min(1, share));
    return Math.hypot(x - s[0] - clamped * dx, y - s[1] - clamped * dy);
  }

  private static int clamp(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }
}

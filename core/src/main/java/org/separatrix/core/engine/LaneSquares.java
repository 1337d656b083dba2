package org.separatrix.core.engine;

import java.util.Arrays;

/** Sums of squares over the coordinates of vectors, for all lanes at once. */
final class LaneSquares {
  /** If more than this part of the sums is asked for, all are as fast. */
  private static final int MANY = 8;

  private LaneSquares() {}

  /**
   * Adds up a first term and the squares of the coordinates.
   *
   * @param x the vectors, {@code d x lanes}; not modified
   * @param first the first term
   * @param sum receives the sums, {@code lanes}
   * @param lanes number of lanes
   */
  static void sum(double[][] x, double first, double[] sum, int lanes) {
    Arrays.fill(sum, 0, lanes, first);
    int paired = x.length - x.length % 2;
    for (int k = 0; k < paired; k += 2) {
      add(x[k], x[k + 1], sum, lanes);
    }
    if (paired < x.length) {
      add(x[paired], sum, lanes);
    }
  }

  /**
   * Adds up the squares of the coordinates where they are asked for.
   *
   * @param x the vectors, {@code d x lanes}; not modified
   * @param lanes number of lanes
   * @param wanted the lanes whose sums are asked for
   * @param count how many
   * @param sum receives their sums, {@code lanes}, and anything elsewhere
   */
  static void sum(double[][] x, int lanes, int[] wanted, int count, double[] sum) {
    if (count * MANY > lanes) {
      sum(x, 0, sum, lanes);
    } else {
      for (int n = 0; n < count; n++) {
        sum[wanted[n]] = Norm.square(x, wanted[n]);
      }
    }
  }

  private static void add(double[] x, double[] y, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(y[i], y[i], Math.fma(x[i], x[i], sum[i]));
    }
  }

  private static void add(double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(x[i], x[i], sum[i]);
    }
  }
}

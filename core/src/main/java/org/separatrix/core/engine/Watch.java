package org.separatrix.core.engine;

import java.util.Arrays;

/**
 * Adds to the marks of lanes what a {@link StepLoop} that keeps watch adds to them, from gradients
 * and positions in arrays. Each loop takes in a few arrays and writes one, so that it vectorises.
 */
final class Watch {
  private final double[] slack;
  private final double[] square;

  Watch(int capacity) {
    int length = Block.paddedLength(capacity);
    slack = new double[length];
    square = new double[length];
  }

  /** Adds to the marks, see {@link StepLoop#run}. */
  void add(Block block, double[] marks, double floor, double reach) {
    double[][] x = block.position();
    double[][] g = block.gradient();
    int lanes = block.lanes();
    if (x.length == 1) {
      mark(g[0], x[0], marks, floor, reach, lanes);
    } else if (x.length == 2) {
      mark(g[0], g[1], x[0], x[1], marks, floor, reach, lanes);
    } else {
      addSquares(g, floor, slack, lanes);
      addSquares(x, 0, square, lanes);
      combine(slack, square, marks, reach, lanes);
    }
  }

  private static void addSquares(double[][] x, double first, double[] sum, int lanes) {
    Arrays.fill(sum, 0, lanes, first);
    int paired = x.length - x.length % 2;
    for (int k = 0; k < paired; k += 2) {
      addSquares(x[k], x[k + 1], sum, lanes);
    }
    if (paired < x.length) {
      addSquares(x[paired], sum, lanes);
    }
  }

  private static void addSquares(double[] x, double[] y, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(y[i], y[i], Math.fma(x[i], x[i], sum[i]));
    }
  }

  private static void addSquares(double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(x[i], x[i], sum[i]);
    }
  }

  private static void combine(
      double[] slack, double[] square, double[] marks, double reach, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] = Math.fma(reach, square[i], marks[i] + (Math.abs(slack[i]) - slack[i]));
    }
  }

  private static void mark(
      double[] g, double[] x, double[] marks, double floor, double reach, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slack = Math.fma(g[i], g[i], floor);
      marks[i] = Math.fma(reach, x[i] * x[i], marks[i] + (Math.abs(slack) - slack));
    }
  }

  private static void mark(
      double[] g,
      double[] h,
      double[] x,
      double[] y,
      double[] marks,
      double floor,
      double reach,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slack = Math.fma(h[i], h[i], Math.fma(g[i], g[i], floor));
      double square = Math.fma(y[i], y[i], x[i] * x[i]);
      marks[i] = Math.fma(reach, square, marks[i] + (Math.abs(slack) - slack));
    }
  }
}

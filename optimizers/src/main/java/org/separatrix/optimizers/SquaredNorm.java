package org.separatrix.optimizers;

/** The squared Euclidean norms of vectors on the lanes of a block. */
final class SquaredNorm {
  private SquaredNorm() {}

  /**
   * Sums the squares of the coordinates.
   *
   * @param x vectors, {@code d x lanes}; not modified
   * @param sum receives the sums
   * @param lanes how many
   */
  static void of(double[][] x, double[] sum, int lanes) {
    square(x[0], sum, lanes);
    for (int k = 1; k < x.length; k++) {
      addSquares(x[k], sum, lanes);
    }
  }

  private static void square(double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = x[i] * x[i];
    }
  }

  /** Adds the squares of some numbers to others. */
  static void addSquares(double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(x[i], x[i], sum[i]);
    }
  }
}

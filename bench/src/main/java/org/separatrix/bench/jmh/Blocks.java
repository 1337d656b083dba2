package org.separatrix.bench.jmh;

import java.util.SplittableRandom;

/** Points for kernels. */
final class Blocks {
  private Blocks() {}

  /**
   * Returns the number of lanes of which positions and gradients fill a first-level cache, at most
   * 1024, at least 64.
   *
   * @param dimension number of coordinates
   */
  static int lanes(int dimension) {
    return Math.max(64, Math.min(1024, 32 * 1024 / (2 * Double.BYTES * dimension) / 64 * 64));
  }

  /**
   * Returns points uniform on [-bound, bound]^d, {@code d x lanes}, in arrays as the engine makes
   * them: 6 modulo 8 long.
   */
  static double[][] uniform(int dimension, int lanes, double bound) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] x = empty(dimension, lanes);
    for (double[] row : x) {
      for (int i = 0; i < lanes; i++) {
        row[i] = bound * (2 * random.nextDouble() - 1);
      }
    }
    return x;
  }

  /** Returns zeros, {@code d x lanes}. */
  static double[][] empty(int dimension, int lanes) {
    return new double[dimension][(lanes + 1) / 8 * 8 + 6];
  }
}

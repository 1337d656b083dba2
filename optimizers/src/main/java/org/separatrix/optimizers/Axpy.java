package org.separatrix.optimizers;

/** The operation y += a x of the BLAS on the lanes of a block, each product fused. */
final class Axpy {
  private Axpy() {}

  /**
   * Adds a multiple of some numbers to others.
   *
   * @param factor the multiple, a
   * @param x the numbers; not modified
   * @param y what they are added to
   * @param lanes how many
   */
  static void add(double factor, double[] x, double[] y, int lanes) {
    for (int i = 0; i < lanes; i++) {
      y[i] = Math.fma(factor, x[i], y[i]);
    }
  }
}

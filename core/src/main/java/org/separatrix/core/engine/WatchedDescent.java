package org.separatrix.core.engine;

import org.separatrix.api.optimizer.LinearMethod;

/**
 * A gradient step in two coordinates, x + b grad f(x), and its watch in one loop over the lanes,
 * for a gradient that has been evaluated elsewhere.
 *
 * <p>The loops of {@link LinearMethod} and {@link Watch} read the same arrays one after the other;
 * together they are bound by what they read and write.
 */
final class WatchedDescent {
  private static final int DIMENSION = 2;

  private WatchedDescent() {}

  /** Tells whether a method does no more than such a step. */
  static boolean suits(LinearMethod method, int dimension) {
    return dimension == DIMENSION && Watch.followsPath(method);
  }

  /**
   * Adds to the marks what belongs to the gradients, and takes a step.
   *
   * @param block the block, whose gradients belong to its positions; moves on
   * @param watch has the marks
   * @param b the factor of the gradient
   */
  static void step(Block block, Watch watch, double b) {
    double[][] x = block.position();
    double[][] g = block.gradient();
    step(x[0], x[1], g[0], g[1], b, watch.marks(), watch.floor(), watch.weight(), block.lanes());
  }

  private static void step(
      double[] x,
      double[] y,
      double[] g,
      double[] h,
      double b,
      double[] marks,
      double floor,
      double weight,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      // Read before anything is written: for all that C2 knows, the arrays may be the same.
      double p = x[i];
      double q = y[i];
      double u = g[i];
      double v = h[i];
      double slack = Math.fma(v, v, Math.fma(u, u, floor));
      double sum = marks[i] + Math.abs(u) + Math.abs(v);
      marks[i] = Math.fma(weight, Math.abs(slack) - slack, sum);
      x[i] = Math.fma(b, u, p);
      y[i] = Math.fma(b, v, q);
    }
  }
}

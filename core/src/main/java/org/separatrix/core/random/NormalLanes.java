package org.separatrix.core.random;

import org.separatrix.api.optimizer.Lanes;
import org.separatrix.core.formula.ElementaryLanes;

/**
 * {@link NormalQuantile} of many numbers, in loops that vectorise: the middle for all of them; the
 * shoulders for the part of 15% that are there, put together. Serves one thread.
 */
final class NormalLanes {
  private double[] marks = {};
  private double[] probability = {};
  private double[] depth = {};
  private double[] quantile = {};
  private int[] outer = {};

  /**
   * Computes the quantiles of 1/2 + q.
   *
   * @param q numbers in (-1/2, 1/2), which the quantiles replace
   * @param first the first of them
   * @param count how many
   */
  void apply(double[] q, int first, int count) {
    reserve(count);
    markOuter(q, first, marks, count);
    int far = Lanes.allNonzero(marks, count, outer);
    for (int j = 0; j < far; j++) {
      probability[j] = 0.5 - Math.abs(q[first + outer[j]]);
    }
    exponents(probability, depth, far);
    depths(probability, depth, far);
    shoulders(depth, quantile, far);
    for (int j = 0; j < far; j++) {
      double at = q[first + outer[j]];
      // One in 10^10 is in a tail.
      quantile[j] =
          depth[j] <= NormalQuantile.SHOULDER
              ? Math.copySign(quantile[j], at)
              : NormalQuantile.of(at);
    }
    middles(q, first, first + count);
    for (int j = 0; j < far; j++) {
      q[first + outer[j]] = quantile[j];
    }
  }

  private void reserve(int count) {
    if (count > marks.length) {
      marks = new double[count];
      probability = new double[count];
      depth = new double[count];
      quantile = new double[count];
      outer = new int[count];
    }
  }

  /** Marks with a number above 0 what is not in the middle. */
  private static void markOuter(double[] q, int first, double[] marks, int count) {
    for (int i = 0; i < count; i++) {
      double beyond = Math.abs(q[first + i]) - NormalQuantile.MIDDLE;
      marks[i] = Math.abs(beyond) + beyond;
    }
  }

  private static void middles(double[] q, int from, int to) {
    for (int i = from; i < to; i++) {
      q[i] = NormalQuantile.middle(q[i]);
    }
  }

  private static void exponents(double[] p, double[] exponent, int count) {
    for (int j = 0; j < count; j++) {
      exponent[j] = ElementaryLanes.logExponent(p[j]);
    }
  }

  /** Replaces the exponents of p by sqrt(-ln p). */
  private static void depths(double[] p, double[] depth, int count) {
    for (int j = 0; j < count; j++) {
      depth[j] = Math.sqrt(-ElementaryLanes.log(p[j], depth[j]));
    }
  }

  private static void shoulders(double[] depth, double[] quantile, int count) {
    for (int j = 0; j < count; j++) {
      quantile[j] = NormalQuantile.shoulder(depth[j]);
    }
  }
}

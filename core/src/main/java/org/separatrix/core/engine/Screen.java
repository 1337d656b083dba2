package org.separatrix.core.engine;

import java.util.Arrays;

/**
 * Finds the few lanes whose gradient is small or whose position is large or not finite, with a few
 * vectorising loops over all lanes.
 *
 * <p>The slack of a lane is |gradient|^2 - low and high - |position|^2; each contributes |slack| -
 * slack to the lane's mark, which is therefore zero if no slack is negative, and not zero if one is
 * negative, infinite where it should not be, or not a number.
 *
 * <p>Each loop takes in at most four arrays and writes one. Loops over more, or that fold the marks
 * before the search, were not vectorised by C2. In one or two dimensions one loop does all.
 */
final class Screen {
  private final double low;
  private final double high;
  private final double[] marks;
  private final double[] zeros;
  private final double[] slack;

  /**
   * Creates a screen.
   *
   * @param low lanes are marked where the squared norm of the gradient is below this
   * @param high lanes are marked where the squared norm of the position is above this
   * @param marks where it marks lanes
   */
  Screen(double low, double high, double[] marks) {
    this.low = low;
    this.high = high;
    this.marks = marks;
    zeros = new double[marks.length];
    slack = new double[marks.length];
  }

  /**
   * Marks the lanes that are out of bounds, and no other.
   *
   * @param gradient the gradients, {@code d x lanes}; not modified
   * @param position the positions, {@code d x lanes}; not modified
   * @param lanes number of lanes
   */
  void apply(double[][] gradient, double[][] position, int lanes) {
    if (gradient.length <= 2) {
      mark(-low, gradient[0], second(gradient), -high, position[0], second(position), marks, lanes);
    } else {
      computeSlack(-low, gradient, 1, lanes);
      mark(slack, marks, lanes);
      computeSlack(high, position, -1, lanes);
      alsoMark(slack, marks, lanes);
    }
  }

  /** Marks a lane. */
  void mark(int lane) {
    marks[lane] = 1;
  }

  /**
   * Returns the first marked lane.
   *
   * @param from the first lane to look at
   * @param lanes number of lanes
   * @return the lane, or -1 if there is none
   */
  int next(int from, int lanes) {
    return LaneArrays.firstNonzero(marks, from, lanes);
  }

  private double[] second(double[][] x) {
    return x.length == 1 ? zeros : x[1];
  }

  private void computeSlack(double bound, double[][] x, double sign, int lanes) {
    Arrays.fill(slack, 0, lanes, bound);
    for (int k = 0; k < x.length; k += 2) {
      addSquares(x[k], k + 1 < x.length ? x[k + 1] : zeros, sign, slack, lanes);
    }
  }

  private static void addSquares(double[] x, double[] y, double sign, double[] slack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      slack[i] = Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i]));
    }
  }

  private static void mark(double[] slack, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] = Math.abs(slack[i]) - slack[i];
    }
  }

  private static void alsoMark(double[] slack, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] = marks[i] + (Math.abs(slack[i]) - slack[i]);
    }
  }

  private static void mark(
      double floor,
      double[] g,
      double[] h,
      double ceiling,
      double[] x,
      double[] y,
      double[] marks,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slack = Math.fma(h[i], h[i], Math.fma(g[i], g[i], floor));
      double excess = Math.fma(y[i], y[i], Math.fma(x[i], x[i], ceiling));
      marks[i] = (Math.abs(slack) - slack) + (Math.abs(excess) + excess);
    }
  }
}

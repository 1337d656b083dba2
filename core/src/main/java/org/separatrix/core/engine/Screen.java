package org.separatrix.core.engine;

import java.util.Arrays;

/**
 * Finds the few lanes whose gradient is small or whose position is large or not finite, with a few
 * vectorising loops over all lanes.
 *
 * <p>The slack of a lane is |gradient|^2 - low and high - |position|^2; each contributes |slack| -
 * slack to the lane's mark, which is therefore zero if no slack is negative, and not zero if one is
 * negative, infinite where it should not be, or not a number. The first mark that is not zero is
 * found by comparing the marks with an array of zeros.
 *
 * <p>Each loop takes in two coordinates. More inputs or more outputs in one loop, or a fold of the
 * marks before the search, kept C2 from vectorising it.
 */
final class Screen {
  private final double low;
  private final double high;
  private final double[] marks;
  private final double[] gradientSlack;
  private final double[] positionSlack;
  private final double[] zeros;

  /**
   * Creates a screen.
   *
   * @param low lanes are marked where the squared norm of the gradient is below this
   * @param high lanes are marked where the squared norm of the position is above this
   * @param capacity largest number of lanes
   */
  Screen(double low, double high, int capacity) {
    this.low = low;
    this.high = high;
    int length = Block.paddedLength(capacity);
    marks = new double[length];
    gradientSlack = new double[length];
    positionSlack = new double[length];
    Arrays.fill(gradientSlack, -low);
    Arrays.fill(positionSlack, high);
    zeros = new double[length];
  }

  /**
   * Marks the lanes that are out of bounds, and no other.
   *
   * @param gradient the gradients, {@code d x lanes}; not modified
   * @param position the positions, {@code d x lanes}; not modified
   * @param lanes number of lanes
   */
  void apply(double[][] gradient, double[][] position, int lanes) {
    int last = gradient.length - 1;
    boolean odd = gradient.length % 2 == 1;
    int paired = odd ? last : last - 1;
    if (paired > 0) {
      addSquares(gradient, paired, 1, -low, gradientSlack, lanes);
      addSquares(position, paired, -1, high, positionSlack, lanes);
    }
    mark(gradientSlack, odd ? zeros : gradient[paired], gradient[last], 1, marks, lanes);
    alsoMark(positionSlack, odd ? zeros : position[paired], position[last], -1, marks, lanes);
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
    int offset = Arrays.mismatch(marks, from, lanes, zeros, from, lanes);
    return offset < 0 ? -1 : from + offset;
  }

  private static void addSquares(
      double[][] x, int coordinates, double sign, double bound, double[] slack, int lanes) {
    Arrays.fill(slack, 0, lanes, bound);
    for (int k = 0; k < coordinates; k += 2) {
      addSquares(x[k], x[k + 1], sign, slack, lanes);
    }
  }

  private static void addSquares(double[] x, double[] y, double sign, double[] slack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      slack[i] = Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i]));
    }
  }

  private static void mark(
      double[] slack, double[] x, double[] y, double sign, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] =
          Math.abs(Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i])))
              - Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i]));
    }
  }

  private static void alsoMark(
      double[] slack, double[] x, double[] y, double sign, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] =
          marks[i]
              + (Math.abs(Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i])))
                  - Math.fma(sign * y[i], y[i], Math.fma(sign * x[i], x[i], slack[i])));
    }
  }
}

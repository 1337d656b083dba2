package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Lanes;

/**
 * Finds the few lanes whose gradient is small or whose position is large or not finite, with a few
 * vectorising loops over all lanes.
 *
 * <p>C2 vectorises no comparison, and reads a constant from memory for each absolute value. So
 * rounding does the comparison: a {@link Threshold} finds small gradients. For positions let p be a
 * power of two, s at least 0, and C the power of two from which the next number is 2 p away: then
 * (s + C) - C is zero for s up to p, and above zero beyond. It is infinite or not a number where s
 * is.
 *
 * <p>The sum of squares begins with what its bound lacks to p. The mark of a lane is the sum of
 * both differences.
 *
 * <p>Each loop takes in at most four arrays and writes one. Loops over more, or that fold the marks
 * before the search, were not vectorised by C2. In one or two dimensions one loop does all.
 */
final class Screen {
  /** From here on C would be infinite. */
  private static final double HIGHEST = 0x1p969;

  /** Number of binary digits of a number. */
  private static final int PRECISION = 53;

  private final Threshold low;
  private final double lackOfHigh;
  private final double overwhelming;
  private final double[] marks;
  private final double[] zeros;
  private final double[] sums;

  /**
   * Creates a screen.
   *
   * @param low lanes are marked where the squared norm of the gradient is below this; 0 for none
   * @param high lanes are marked where the squared norm of the position is above this, or above
   *     2^969
   * @param marks where it marks lanes
   */
  Screen(double low, double high, double[] marks) {
    double bound = Math.min(high, HIGHEST);
    this.low = Threshold.at(low);
    lackOfHigh = nextPower(bound, 0) - bound;
    overwhelming = nextPower(bound, PRECISION);
    this.marks = marks;
    zeros = new double[marks.length];
    sums = new double[marks.length];
  }

  /** Returns 2^shift times the least power of two above a number. */
  private static double nextPower(double number, int shift) {
    return Math.scalb(1.0, Math.getExponent(number) + 1 + shift);
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
      mark(
          low.lack(),
          low.half(),
          gradient[0],
          second(gradient),
          lackOfHigh,
          overwhelming,
          position[0],
          second(position),
          marks,
          lanes);
    } else {
      LaneSquares.sum(gradient, low.lack(), sums, lanes);
      LaneSquares.sum(position, lackOfHigh, marks, lanes);
      mark(low.half(), sums, overwhelming, marks, lanes);
    }
  }

  /** Marks a lane. */
  void mark(int lane) {
    marks[lane] = 1;
  }

  /**
   * Finds the marked lanes.
   *
   * @param lanes number of lanes
   * @param found receives them, ascending; at least that long
   * @return how many
   */
  int marked(int lanes, int[] found) {
    return Lanes.allNonzero(marks, lanes, found);
  }

  private double[] second(double[][] x) {
    return x.length == 1 ? zeros : x[1];
  }

  /** Replaces the sums of the positions by the marks. */
  private static void mark(
      double half, double[] sums, double overwhelming, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double small = (sums[i] + half) - sums[i];
      marks[i] = small + ((marks[i] + overwhelming) - overwhelming);
    }
  }

  private static void mark(
      double lackOfLow,
      double half,
      double[] g,
      double[] h,
      double lackOfHigh,
      double overwhelming,
      double[] x,
      double[] y,
      double[] marks,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double gradient = Math.fma(h[i], h[i], Math.fma(g[i], g[i], lackOfLow));
      double position = Math.fma(y[i], y[i], Math.fma(x[i], x[i], lackOfHigh));
      marks[i] = ((gradient + half) - gradient) + ((position + overwhelming) - overwhelming);
    }
  }
}

package org.separatrix.optimizers;

import java.util.Arrays;
import org.separatrix.api.optimizer.Iterates;

/**
 * Finds the few lanes of a block in which perturbed gradient descent does more than descend, with
 * loops that vectorise.
 *
 * <p>With a = |grad f|^2 - g_thres^2, b = t_thres + 1/2 - age and c = 1/2 - |age - t_thres|, a
 * perturbation is due where a and b are negative, that is where (|a| - a) (|b| - b) is not zero (or
 * a vanishes), and a lane is judged where c is positive, that is where |c| + c is not zero.
 */
final class Events {
  private static final int SQUARES = 0;
  private static final int MARKS = 1;
  private static final int ZEROS = 2;

  private Events() {}

  /**
   * Returns the lanes in which something may be due, ascending: all of those, and perhaps more.
   *
   * @param block the block, whose scratch arrays are overwritten
   * @param age steps of each lane since its last perturbation
   * @param threshold g_thres
   * @param period t_thres
   */
  static int[] lanes(Iterates block, double[] age, double threshold, long period) {
    int lanes = block.lanes();
    double[] squares = block.scratch(SQUARES);
    double[] marks = block.scratch(MARKS);
    double[] zeros = block.scratch(ZEROS);
    sumSquares(block.gradient(), squares, lanes);
    // A bound above the threshold, so that a gradient of just its size is found as well.
    mark(squares, age, Math.nextUp(threshold * threshold), period + 0.5, marks, lanes);
    Arrays.fill(zeros, 0, lanes, 0.0);
    int first = Arrays.mismatch(marks, 0, lanes, zeros, 0, lanes);
    return first < 0 ? new int[0] : rest(marks, zeros, first, lanes);
  }

  /** Returns |grad f|^2 of a lane, as found last. */
  static double square(Iterates block, int lane) {
    return block.scratch(SQUARES)[lane];
  }

  private static int[] rest(double[] marks, double[] zeros, int first, int lanes) {
    int[] found = new int[lanes];
    int count = 0;
    int lane = first;
    while (lane >= 0) {
      found[count++] = lane;
      int offset = Arrays.mismatch(marks, lane + 1, lanes, zeros, lane + 1, lanes);
      lane = offset < 0 ? -1 : lane + 1 + offset;
    }
    return Arrays.copyOf(found, count);
  }

  private static void mark(
      double[] squares, double[] age, double bound, double late, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double a = squares[i] - bound;
      double b = late - age[i];
      double c = 0.5 - Math.abs(age[i] - (late - 0.5));
      marks[i] = Math.fma(Math.abs(a) - a, Math.abs(b) - b, Math.abs(c) + c);
    }
  }

  /** sum[i] = |g_i|^2. */
  private static void sumSquares(double[][] g, double[] sum, int lanes) {
    Arrays.fill(sum, 0, lanes, 0.0);
    for (double[] gk : g) {
      for (int i = 0; i < lanes; i++) {
        sum[i] = Math.fma(gk[i], gk[i], sum[i]);
      }
    }
  }
}

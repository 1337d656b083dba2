package org.separatrix.optimizers;

import java.util.Arrays;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Lanes;

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
  private static final int[] NONE = {};

  private Events() {}

  /**
   * Returns the lanes in which something may be due, ascending: all of those, and perhaps more.
   *
   * @param block the block, whose scratch arrays are overwritten
   * @param age steps of each lane since its last perturbation
   * @param perturbation g_thres, t_thres, and whether lanes are judged
   */
  static int[] lanes(Iterates block, double[] age, Perturbation perturbation) {
    int lanes = block.lanes();
    double[] squares = block.scratch(SQUARES);
    double[] marks = block.scratch(MARKS);
    SquaredNorm.of(block.gradient(), squares, lanes);
    double threshold = perturbation.gradientThreshold();
    // A bound above the threshold, so that a gradient of just its size is found as well.
    double bound = Math.nextUp(threshold * threshold);
    double late = perturbation.period() + 0.5;
    if (perturbation.functionThreshold().isPresent()) {
      mark(squares, age, bound, late, marks, lanes);
    } else {
      markDue(squares, age, bound, late, marks, lanes);
    }
    return marked(marks, lanes);
  }

  /** Returns |grad f|^2 of a lane, as found last. */
  static double square(Iterates block, int lane) {
    return block.scratch(SQUARES)[lane];
  }

  private static int[] marked(double[] marks, int lanes) {
    if (Lanes.firstNonzero(marks, 0, lanes) < 0) {
      return NONE;
    }
    int[] found = new int[lanes];
    return Arrays.copyOf(found, Lanes.allNonzero(marks, lanes, found));
  }

  private static void markDue(
      double[] squares, double[] age, double bound, double late, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double a = squares[i] - bound;
      double b = late - age[i];
      // As a plain product the loop was not vectorised.
      marks[i] = Math.fma(Math.abs(a) - a, Math.abs(b) - b, 0.0);
    }
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
}

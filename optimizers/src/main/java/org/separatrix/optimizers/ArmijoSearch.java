package org.separatrix.optimizers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Lanes;
import org.separatrix.api.optimizer.Oracle;

/**
 * One step of all lanes of a block, each with the first of the step sizes alpha, tau alpha, tau^2
 * alpha, ... that Armijo's condition accepts.
 *
 * <p>Close to a critical point rounding hides by how much f falls. Where f changes by no more than
 * that, gradients decide: a step is accepted if grad f(x - alpha grad f(x)) . grad f(x) &gt;= -(1 -
 * 2 c) |grad f(x)|^2, which for a quadratic f is the same (Hager and Zhang, SIAM J. Optim. 16,
 * 2005, "approximate Wolfe conditions").
 */
final class ArmijoSearch {
  /** Scalar: the step size with which the search begins, and then the accepted one. */
  static final int STEP = 0;

  /** Scalar: f at the position. */
  static final int VALUE = 1;

  /** Scalar: the largest |f| that the run has come to. */
  static final int MAGNITUDE = 2;

  static final int SCALARS = 3;

  /** What rounding may do to f, relative to the largest |f| of the run. */
  private static final double ROUNDING = 0x1p-46;

  private final Iterates block;
  private final Oracle oracle;
  private final double shrink;
  private final double decrease;
  private final int lanes;
  private final double[][] x;
  private final double[][] g;
  private final double[] alpha;
  private final double[] value;
  private final double[] magnitude;

  /** Where the lanes would go, and f there. */
  private final double[][] trial;

  private final double[] after;

  /** |grad f(x)|^2. */
  private final double[] square;

  private final double[] lack;

  /**
   * Prepares a step.
   *
   * @param block the runs, with the scalars of this class
   * @param oracle values and gradients
   * @param shrink tau
   * @param decrease c
   */
  ArmijoSearch(Iterates block, Oracle oracle, double shrink, double decrease) {
    this.block = block;
    this.oracle = oracle;
    this.shrink = shrink;
    this.decrease = decrease;
    lanes = block.lanes();
    x = block.position();
    g = block.gradient();
    alpha = block.scalar(STEP);
    value = block.scalar(VALUE);
    magnitude = block.scalar(MAGNITUDE);
    int d = block.dimension();
    trial = IntStream.range(0, d).mapToObj(block::scratch).toArray(double[][]::new);
    after = block.scratch(d);
    square = block.scratch(d + 1);
    lack = block.scratch(d + 2);
  }

  /** Takes the step, and ends the runs that no step moves. */
  void step() {
    int[] rejected = rejectedOf(tryAll());
    while (rejected.length > 0) {
      rejected = rejectedOf(tryShorter(rejected));
    }
    accept();
  }

  /** Tries the step sizes to begin with, and returns the lanes that values alone do not accept. */
  private int[] tryAll() {
    SquaredNorm.of(g, square, lanes);
    for (int k = 0; k < x.length; k++) {
      move(alpha, g[k], x[k], trial[k], lanes);
    }
    oracle.value(trial, after, lanes);
    compare(after, value, magnitude, alpha, square, decrease, lack, lanes);
    int[] found = new int[lanes];
    return Arrays.copyOf(found, Lanes.allNonzero(lack, lanes, found));
  }

  private static void move(double[] alpha, double[] g, double[] x, double[] trial, int lanes) {
    for (int i = 0; i < lanes; i++) {
      trial[i] = Math.fma(-alpha[i], g[i], x[i]);
    }
  }

  /** Marks the lanes that are flat or do not descend, or where f is not a number. */
  private static void compare(
      double[] after,
      double[] value,
      double[] magnitude,
      double[] alpha,
      double[] square,
      double decrease,
      double[] lack,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double change = value[i] - after[i];
      double descent = change - decrease * alpha[i] * square[i];
      double excess = Math.min(descent, Math.abs(change) - ROUNDING * magnitude[i]);
      lack[i] = Math.abs(excess) - excess;
    }
  }

  /** Tells whether f falls enough. */
  private boolean descends(int i) {
    return value[i] - after[i] >= decrease * alpha[i] * square[i];
  }

  /** Tells whether rounding may be all by which f changes. */
  private boolean isFlat(int i) {
    return Math.abs(value[i] - after[i]) <= ROUNDING * magnitude[i];
  }

  /** Returns those of some lanes whose step is not accepted. */
  private int[] rejectedOf(int[] tried) {
    int[] flat = IntStream.of(tried).filter(this::isFlat).toArray();
    boolean[] accepted = new boolean[lanes];
    if (flat.length > 0) {
      double[][] gradient = new double[x.length][flat.length];
      oracle.gradient(LaneGroup.gather(trial, flat).x(), gradient, flat.length);
      for (int j = 0; j < flat.length; j++) {
        double product = 0;
        for (int k = 0; k < x.length; k++) {
          product = Math.fma(gradient[k][j], g[k][flat[j]], product);
        }
        accepted[flat[j]] = product >= -(1 - 2 * decrease) * square[flat[j]];
      }
    }
    return IntStream.of(tried).filter(i -> !accepted[i] && (isFlat(i) || !descends(i))).toArray();
  }

  /** Tries the next shorter steps, and returns the lanes that they move. */
  private int[] tryShorter(int[] rejected) {
    int[] moved = IntStream.of(rejected).filter(this::shorten).toArray();
    if (moved.length > 0) {
      double[] f = new double[moved.length];
      oracle.value(LaneGroup.gather(trial, moved).x(), f, moved.length);
      for (int j = 0; j < moved.length; j++) {
        after[moved[j]] = f[j];
      }
    }
    return moved;
  }

  /** Shortens a lane's step; if it moves no longer, ends the run instead, and returns false. */
  private boolean shorten(int i) {
    alpha[i] *= shrink;
    boolean moves = false;
    for (int k = 0; k < x.length; k++) {
      trial[k][i] = Math.fma(-alpha[i], g[k][i], x[k][i]);
      moves |= trial[k][i] != x[k][i];
    }
    // Along a gradient beyond the range of numbers no step size is short enough.
    moves &= square[i] < Double.POSITIVE_INFINITY;
    if (!moves) {
      stay(i);
    }
    return moves;
  }

  private void stay(int i) {
    for (int k = 0; k < x.length; k++) {
      trial[k][i] = x[k][i];
    }
    after[i] = value[i];
    block.stop(i);
  }

  private void accept() {
    for (int k = 0; k < x.length; k++) {
      System.arraycopy(trial[k], 0, x[k], 0, lanes);
    }
    for (int i = 0; i < lanes; i++) {
      value[i] = after[i];
      magnitude[i] = Math.max(magnitude[i], Math.abs(after[i]));
    }
  }
}

package org.separatrix.core.engine;

import java.util.Arrays;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Lanes;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * Tells from marks, one number for each lane, whether a condition of a {@link StopRule} may have
 * held at any of the steps of a window. It may be wrong to one side only: with a margin.
 *
 * <p>In each step a mark grows by |u| + weight (|s| - s), where s = |grad f(x)|^2 + floor. The
 * second part is zero as long as the gradient is not small, and exceeds all that is allowed once it
 * is.
 *
 * <p>The first part tells of positions that are far. If the method is x + b grad f(x), u is the
 * gradient, so that |b| times the sum of |u| bounds the length of the path; and on a path of length
 * l from x to y nothing is farther out than (|x| + |y| + l) / 2. For other methods u is the
 * position itself. Its norm is some one that is at least the Euclidean one.
 *
 * <p>Each loop takes in a few arrays and writes one, so that it vectorises. So that it always does,
 * no two magnitudes are added to each other: C2 may exchange the operands of one addition and not
 * those of the same one for the next lane.
 */
final class Watch {
  /** Far above rounding errors, and so small that few lanes are found too early. */
  private static final double MARGIN = 0x1p-20;

  /** What is allowed, 2 R / |b| or R, where R is the radius beyond which positions are far. */
  private final double most;

  /** 1 / |b| if marks bound the length of the path, and 0 if they add positions up. */
  private final double perLength;

  private final double floor;
  private final double weight;
  private final double[] marks;
  private final double[] lack;
  private final double[] slack;
  private final double[] square;

  /**
   * Prepares to watch.
   *
   * @param stop the rule
   * @param method what moves the lanes
   * @param marks where it marks lanes
   */
  Watch(StopRule stop, LinearMethod method, double[] marks) {
    StopTest.Bounds bounds = StopTest.bounds(stop);
    perLength = perLength(method);
    most = most(bounds, perLength);
    floor = -bounds.low() * (1 + MARGIN);
    weight = weight(bounds, most);
    this.marks = marks;
    lack = new double[marks.length];
    slack = new double[marks.length];
    square = new double[marks.length];
  }

  /** Tells whether marks can tell everything that a rule asks for. */
  static boolean suits(StopRule stop, LinearMethod method) {
    StopTest.Bounds bounds = StopTest.bounds(stop);
    double most = most(bounds, perLength(method));
    return stop.region().isEmpty()
        && most < Double.MAX_VALUE
        && weight(bounds, most) < Double.MAX_VALUE;
  }

  /** Tells whether u is the gradient. */
  static boolean followsPath(LinearMethod method) {
    return perLength(method) != 0;
  }

  private static double perLength(LinearMethod method) {
    // A zero factor adds nothing, even where the gradient is infinite.
    return method.isGradientStep() && method.b()[0] != 0 ? 1 / Math.abs(method.b()[0]) : 0;
  }

  private static double most(StopTest.Bounds bounds, double perLength) {
    double radius = Math.sqrt(bounds.high()) * (1 - MARGIN);
    return perLength == 0 ? radius : 2 * radius * perLength;
  }

  /** A gradient that is small makes |s| - s at least twice low times the margin. */
  private static double weight(StopTest.Bounds bounds, double most) {
    return bounds.low() == 0 ? 1 : most / (bounds.low() * MARGIN);
  }

  double[] marks() {
    return marks;
  }

  double floor() {
    return floor;
  }

  double weight() {
    return weight;
  }

  /** Begins a window. */
  void begin(Block block) {
    Arrays.fill(marks, 0, block.lanes(), 0);
    addEndOfPath(block);
  }

  /**
   * Ends a window and finds the lanes for which a condition may have held in it.
   *
   * @param block the block
   * @param found receives them, ascending
   * @return how many
   */
  int overdue(Block block, int[] found) {
    addEndOfPath(block);
    Gauge.above(marks, most, lack, block.lanes());
    return Lanes.allNonzero(lack, block.lanes(), found);
  }

  private void addEndOfPath(Block block) {
    double[][] x = block.position();
    if (perLength == 0) {
      return;
    }
    if (x.length == 2) {
      addMagnitudes(x[0], x[1], perLength, marks, block.lanes());
    } else {
      LaneSquares.sum(x, 0, square, block.lanes());
      addRoots(square, perLength, marks, block.lanes());
    }
  }

  /** Adds to the marks what belongs to the block's gradients and positions. */
  void add(Block block) {
    double[][] g = block.gradient();
    double[][] u = perLength == 0 ? block.position() : g;
    int lanes = block.lanes();
    if (g.length == 2) {
      add(g[0], g[1], u[0], u[1], floor, weight, marks, lanes);
    } else {
      LaneSquares.sum(g, floor, slack, lanes);
      if (perLength == 0) {
        LaneSquares.sum(u, 0, square, lanes);
      }
      add(slack, square, lanes);
    }
  }

  /**
   * Adds to the marks what belongs to sums made elsewhere.
   *
   * @param slack |grad f|^2 + floor
   * @param square the square of the Euclidean norm of x; not read if u is the gradient
   * @param lanes number of lanes
   */
  void add(double[] slack, double[] square, int lanes) {
    if (perLength == 0) {
      add(slack, square, 0, weight, marks, lanes);
    } else {
      add(slack, slack, floor, weight, marks, lanes);
    }
  }

  private static void addMagnitudes(
      double[] x, double[] y, double factor, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] = Math.fma(factor, Math.abs(y[i]), Math.fma(factor, Math.abs(x[i]), marks[i]));
    }
  }

  private static void addRoots(double[] squares, double factor, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks[i] = Math.fma(factor, Math.sqrt(squares[i]), marks[i]);
    }
  }

  private static void add(
      double[] g,
      double[] h,
      double[] u,
      double[] v,
      double floor,
      double weight,
      double[] marks,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slack = Math.fma(h[i], h[i], Math.fma(g[i], g[i], floor));
      // Additions are done beside the multiplications that a step consists of.
      double sum = marks[i] + Math.abs(u[i]) + Math.abs(v[i]);
      marks[i] = Math.fma(weight, Math.abs(slack) - slack, sum);
    }
  }

  /** Adds for each lane the root of what a square exceeds some number by. */
  private static void add(
      double[] slack, double[] square, double less, double weight, double[] marks, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double sum = marks[i] + Math.sqrt(square[i] - less);
      marks[i] = Math.fma(weight, Math.abs(slack[i]) - slack[i], sum);
    }
  }
}

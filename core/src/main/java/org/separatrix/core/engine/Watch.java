package org.separatrix.core.engine;

import java.util.Arrays;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Lanes;

/**
 * Tells from marks, one number for each lane, whether a condition of a {@link StopRule} may have
 * held at any of the steps of a window. It may be wrong to one side only: with a margin.
 *
 * <p>In each step a mark grows by |x| + weight (|s| - s), where s = |grad f(x)|^2 + floor and |x|
 * is some norm that is at least the Euclidean one. The second part is zero as long as the gradient
 * is not small, and exceeds all that is allowed once it is; so does the first part once the
 * position is far. Each loop takes in a few arrays and writes one, so that it vectorises.
 */
final class Watch {
  /** Far above rounding errors, and so small that few lanes are found too early. */
  private static final double MARGIN = 0x1p-20;

  private final double most;
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
   * @param marks where it marks lanes
   */
  Watch(StopRule stop, double[] marks) {
    StopTest.Bounds bounds = StopTest.bounds(stop);
    most = most(bounds);
    floor = -bounds.low() * (1 + MARGIN);
    weight = weight(bounds);
    this.marks = marks;
    lack = new double[marks.length];
    slack = new double[marks.length];
    square = new double[marks.length];
  }

  /** Tells whether marks can tell everything that the rule asks for. */
  static boolean suits(StopRule stop) {
    return stop.region().isEmpty() && weight(StopTest.bounds(stop)) < Double.MAX_VALUE;
  }

  private static double most(StopTest.Bounds bounds) {
    return Math.sqrt(bounds.high()) * (1 - MARGIN);
  }

  /** A gradient that is small makes |s| - s at least twice low times the margin. */
  private static double weight(StopTest.Bounds bounds) {
    return bounds.low() == 0 ? 1 : most(bounds) / (bounds.low() * MARGIN);
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
  void clear(int lanes) {
    Arrays.fill(marks, 0, lanes, 0);
  }

  /**
   * Finds the lanes for which a condition may have held.
   *
   * @param lanes number of lanes
   * @param found receives them, ascending
   * @return how many
   */
  int overdue(int lanes, int[] found) {
    above(marks, most, lack, lanes);
    return Lanes.allNonzero(lack, lanes, found);
  }

  /**
   * Finds the lanes whose marks are not above a bound, or are not numbers.
   *
   * @param bound the bound
   * @param lanes number of lanes
   * @param found receives them, ascending
   * @return how many
   */
  int notAbove(double bound, int lanes, int[] found) {
    below(marks, bound, lack, lanes);
    return Lanes.allNonzero(lack, lanes, found);
  }

  private static void above(double[] marks, double bound, double[] lack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      lack[i] = Math.abs(bound - marks[i]) - (bound - marks[i]);
    }
  }

  private static void below(double[] marks, double bound, double[] lack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      lack[i] = Math.abs(marks[i] - bound) - (marks[i] - bound);
    }
  }

  /**
   * Tells whether every lane is calm in a region, by marks that are the squared norms of the
   * gradients.
   */
  boolean isCalm(Block block, CalmRegion region) {
    above(marks, region.most(), lack, block.lanes());
    return isInside(block, region, lack);
  }

  /** Tells whether every lane is in the box of a region. */
  boolean isInside(Block block, CalmRegion region) {
    Arrays.fill(lack, 0, block.lanes(), 0);
    return isInside(block, region, lack);
  }

  private boolean isInside(Block block, CalmRegion region, double[] lack) {
    int lanes = block.lanes();
    // One coordinate at a time: a loop over all of them was not vectorised.
    for (int k = 0; k < block.dimension(); k++) {
      outside(block.position()[k], region.centre()[k], region.half()[k], lack, lanes);
    }
    return Lanes.firstNonzero(lack, 0, lanes) < 0;
  }

  private static void outside(double[] x, double centre, double half, double[] lack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double inside = half - Math.abs(x[i] - centre);
      lack[i] = lack[i] + (Math.abs(inside) - inside);
    }
  }

  /** Returns the least mark; none of them is negative. */
  double least(int lanes) {
    // The bits of numbers that are not negative have the same order, and are faster to compare.
    long least = Long.MAX_VALUE;
    for (int lane = 0; lane < lanes; lane++) {
      least = Math.min(least, Double.doubleToRawLongBits(marks[lane]));
    }
    return Double.longBitsToDouble(least);
  }

  /** Sets the marks to the squared norms of the gradients. */
  void measure(Block block) {
    sumSquares(block.gradient(), 0, marks, block.lanes());
  }

  /** Sets the marks to squared norms of gradients that were added up elsewhere. */
  void measured(double[] squares, int lanes) {
    System.arraycopy(squares, 0, marks, 0, lanes);
  }

  /** Adds to the marks what belongs to the block's gradients and positions. */
  void add(Block block) {
    double[][] x = block.position();
    double[][] g = block.gradient();
    int lanes = block.lanes();
    if (x.length == 2) {
      add(g[0], g[1], x[0], x[1], lanes);
    } else {
      sumSquares(g, floor, slack, lanes);
      sumSquares(x, 0, square, lanes);
      add(slack, square, lanes);
    }
  }

  /**
   * Adds to the marks what belongs to sums made elsewhere.
   *
   * @param slack |grad f|^2 + floor
   * @param square the square of the Euclidean norm of x
   * @param lanes number of lanes
   */
  void add(double[] slack, double[] square, int lanes) {
    combine(slack, square, marks, weight, lanes);
  }

  private void add(double[] g, double[] h, double[] x, double[] y, int lanes) {
    add(g, h, x, y, marks, floor, weight, lanes);
  }

  private static void add(
      double[] g,
      double[] h,
      double[] x,
      double[] y,
      double[] marks,
      double floor,
      double weight,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slack = Math.fma(h[i], h[i], Math.fma(g[i], g[i], floor));
      // Additions are done beside the multiplications that a step consists of.
      double sum = marks[i] + Math.abs(x[i]) + Math.abs(y[i]);
      marks[i] = Math.fma(weight, Math.abs(slack) - slack, sum);
    }
  }

  private static void combine(
      double[] slack, double[] square, double[] marks, double weight, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double sum = marks[i] + Math.sqrt(square[i]);
      marks[i] = Math.fma(weight, Math.abs(slack[i]) - slack[i], sum);
    }
  }

  private static void sumSquares(double[][] x, double first, double[] sum, int lanes) {
    Arrays.fill(sum, 0, lanes, first);
    int paired = x.length - x.length % 2;
    for (int k = 0; k < paired; k += 2) {
      addSquares(x[k], x[k + 1], sum, lanes);
    }
    if (paired < x.length) {
      addSquares(x[paired], sum, lanes);
    }
  }

  private static void addSquares(double[] x, double[] y, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(y[i], y[i], Math.fma(x[i], x[i], sum[i]));
    }
  }

  private static void addSquares(double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(x[i], x[i], sum[i]);
    }
  }
}

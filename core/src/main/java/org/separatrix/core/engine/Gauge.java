package org.separatrix.core.engine;

import java.util.Arrays;
import org.separatrix.api.optimizer.Lanes;

/** The squared norms of gradients, one mark for each lane, and what they tell of calm windows. */
final class Gauge {
  private final double[] marks;
  private final double[] lack;

  /**
   * Prepares to measure.
   *
   * @param marks where the squared norms are kept
   */
  Gauge(double[] marks) {
    this.marks = marks;
    lack = new double[marks.length];
  }

  double[] marks() {
    return marks;
  }

  /** Sets the marks to the squared norms of the gradients. */
  void measure(Block block) {
    LaneSquares.sum(block.gradient(), 0, marks, block.lanes());
  }

  /** Sets the marks to squared norms of gradients that were added up elsewhere. */
  void measured(double[] squares, int lanes) {
    System.arraycopy(squares, 0, marks, 0, lanes);
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

  /**
   * Finds the lanes whose marks are not above a bound, or are not numbers.
   *
   * @param bound the bound
   * @param lanes number of lanes
   * @param found receives them, ascending
   * @return how many
   */
  int notAbove(double bound, int lanes, int[] found) {
    int count = 0;
    for (int lane = 0; lane < lanes; lane++) {
      if (!(marks[lane] > bound)) {
        found[count++] = lane;
      }
    }
    return count;
  }

  /**
   * Finds the lanes whose marks are not above one of two bounds.
   *
   * @param low bound where the number of a lane is zero
   * @param high bound where it is not
   * @param numbers a number for each lane; not modified
   * @param lanes number of lanes
   * @param found receives them, ascending
   * @return how many
   */
  int notAbove(double low, double high, double[] numbers, int lanes, int[] found) {
    int count = 0;
    for (int lane = 0; lane < lanes; lane++) {
      if (!(marks[lane] > high) && !(marks[lane] > low && numbers[lane] == 0)) {
        found[count++] = lane;
      }
    }
    return count;
  }

  /** Tells whether every lane is calm in a region. */
  boolean isCalm(Block block, CalmRegion region) {
    above(marks, region.most(), lack, block.lanes());
    return isInside(block, region, lack);
  }

  /** Tells whether every lane is in the box of a region. */
  boolean isInside(Block block, CalmRegion region) {
    Arrays.fill(lack, 0, block.lanes(), 0);
    return isInside(block, region, lack);
  }

  private static boolean isInside(Block block, CalmRegion region, double[] lack) {
    int lanes = block.lanes();
    // One coordinate at a time: a loop over all of them was not vectorised.
    for (int k = 0; k < block.dimension(); k++) {
      outside(block.position()[k], region.centre()[k], region.half()[k], lack, lanes);
    }
    return Lanes.firstNonzero(lack, 0, lanes) < 0;
  }

  /** Sets what is not zero where a number is above a bound, or is not a number. */
  static void above(double[] numbers, double bound, double[] lack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      lack[i] = Math.abs(bound - numbers[i]) - (bound - numbers[i]);
    }
  }

  private static void outside(double[] x, double centre, double half, double[] lack, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double inside = half - Math.abs(x[i] - centre);
      lack[i] = lack[i] + (Math.abs(inside) - inside);
    }
  }
}

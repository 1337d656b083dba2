package org.separatrix.api.optimizer;

import java.util.Arrays;

/**
 * Finds the few lanes of a block in which something has happened.
 *
 * <p>A loop that branches at each lane is slow. A loop that computes a number for each lane, zero
 * where nothing has happened, can be made of arithmetic alone, which the just-in-time compiler
 * turns into vector instructions; then the search for the numbers that are not zero is fast as
 * well.
 */
public final class Lanes {
  /** After a lane that is found, so many are looked at one by one: others may be near. */
  private static final int STRETCH = 32;

  private Lanes() {}

  /**
   * Returns the first lane with a number that is not zero.
   *
   * @param numbers a number for each lane, none of them -0; not modified
   * @param from the first lane to look at, at least 0
   * @param lanes number of lanes
   * @return the lane, or -1 if there is none
   */
  public static int firstNonzero(double[] numbers, int from, int lanes) {
    if (from >= lanes || numbers[from] != 0) {
      return from >= lanes ? -1 : from;
    }
    // Each with the next, which is a fast comparison of memory.
    int offset = Arrays.mismatch(numbers, from, lanes - 1, numbers, from + 1, lanes);
    return offset < 0 ? -1 : from + 1 + offset;
  }

  /**
   * Finds all lanes with a number that is not zero, however many there are.
   *
   * @param numbers a number for each lane, none of them -0; not modified
   * @param lanes number of lanes
   * @param found receives the lanes, ascending, and anything behind them; at least that long
   * @return how many were found
   */
  public static int allNonzero(double[] numbers, int lanes, int[] found) {
    int count = 0;
    int lane = firstNonzero(numbers, 0, lanes);
    while (lane >= 0) {
      int end = Math.min(lane + STRETCH, lanes);
      for (; lane < end; lane++) {
        // Without a branch, since which of them are found is in no order.
        found[count] = lane;
        long bits = Double.doubleToRawLongBits(numbers[lane]);
        count += (int) ((bits | -bits) >>> 63);
      }
      lane = firstNonzero(numbers, lane, lanes);
    }
    return count;
  }
}

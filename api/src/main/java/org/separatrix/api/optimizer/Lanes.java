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
}

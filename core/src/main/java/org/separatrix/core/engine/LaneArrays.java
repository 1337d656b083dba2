package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Makes arrays for lanes. Those of one object lie one after the other and fill whole cache lines,
 * so that all are aligned alike: the just-in-time compiler aligns a loop to one array, and each
 * access to another that is aligned differently takes twice as long.
 */
final class LaneArrays {
  private final double[][] arrays;
  private int taken;

  /**
   * Makes arrays.
   *
   * @param count how many
   * @param lanes number of lanes for which each has room
   */
  LaneArrays(int count, int lanes) {
    arrays = new double[count][BlockSize.paddedLength(lanes)];
  }

  /**
   * Copies the first lanes of each array.
   *
   * @param from the arrays; not modified
   * @param to as many arrays; overwritten
   * @param lanes number of lanes
   */
  static void copy(double[][] from, double[][] to, int lanes) {
    for (int v = 0; v < from.length; v++) {
      System.arraycopy(from[v], 0, to[v], 0, lanes);
    }
  }

  /** Returns the next array, all zero. */
  double[] next() {
    return arrays[taken++];
  }

  /** Returns the next arrays, all zero. */
  double[][] next(int count) {
    taken += count;
    return Arrays.copyOfRange(arrays, taken - count, taken);
  }

  /** Returns the next vectors of some coordinates each, all zero. */
  double[][][] next(int count, int dimension) {
    return Stream.generate(() -> next(dimension)).limit(count).toArray(double[][][]::new);
  }
}

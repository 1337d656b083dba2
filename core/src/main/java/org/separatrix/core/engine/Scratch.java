package org.separatrix.core.engine;

import java.util.Arrays;

/** Arrays for intermediate results, made when they are asked for. */
final class Scratch {
  private final int length;
  private double[][] arrays = {};

  /**
   * Creates none yet.
   *
   * @param capacity numbers that each is to hold
   */
  Scratch(int capacity) {
    length = BlockSize.paddedLength(capacity);
  }

  /** Returns one of the arrays. */
  double[] get(int index) {
    if (index >= arrays.length) {
      int made = arrays.length;
      arrays = Arrays.copyOf(arrays, index + 1);
      for (int i = made; i <= index; i++) {
        arrays[i] = new double[length];
      }
    }
    return arrays[index];
  }
}

package org.separatrix.core.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sets of coordinates that a symmetric matrix does not mix: the connected components of the
 * graph of its entries other than 0. The Hessian of a sum of functions of a few coordinates each
 * falls into such blocks, whose eigenproblems are small.
 */
public final class IndependentBlocks {
  private IndependentBlocks() {}

  /**
   * Finds the blocks.
   *
   * @param matrix symmetric, d x d; not modified
   * @return the indices of each block, ascending, the blocks in the order of their first index
   */
  public static List<int[]> of(double[][] matrix) {
    int d = matrix.length;
    boolean[] seen = new boolean[d];
    int[] queue = new int[d];
    List<int[]> blocks = new ArrayList<>();
    for (int first = 0; first < d; first++) {
      if (seen[first]) {
        continue;
      }
      seen[first] = true;
      queue[0] = first;
      int end = 1;
      for (int next = 0; next < end; next++) {
        double[] row = matrix[queue[next]];
        for (int j = 0; j < d; j++) {
          if (row[j] != 0 && !seen[j]) {
            seen[j] = true;
            queue[end++] = j;
          }
        }
      }
      int[] block = Arrays.copyOf(queue, end);
      Arrays.sort(block);
      blocks.add(block);
    }
    return blocks;
  }

  /** Returns the rows and columns of a block. */
  static double[][] part(double[][] matrix, int[] block) {
    double[][] part = new double[block.length][block.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block.length; j++) {
        part[i][j] = matrix[block[i]][block[j]];
      }
    }
    return part;
  }
}

package org.separatrix.objectives;

import java.util.Arrays;

/** Products of one symmetric matrix with the points of a block. */
interface LaneProduct {
  /**
   * From this many rows on the product is ND4J's. With 128 rows it takes 0.8 of the time of the
   * loops, with 256 two thirds of it, but loading ND4J takes a second.
   */
  int GEMM_ROWS = 128;

  /**
   * Multiplies each lane's point by the matrix.
   *
   * @param x vectors of length n one below the other, {@code (m n) x lanes}; not modified
   * @param out receives the product of each vector, {@code (m n) x lanes}; shares no array with x
   * @param lanes number of points
   */
  void multiply(double[][] x, double[][] out, int lanes);

  /** Returns the number of lanes of which a multiple is multiplied best. */
  default int laneGroup() {
    return 1;
  }

  /**
   * Returns the fastest way to multiply by a matrix.
   *
   * @param matrix the symmetric matrix, n x n; not modified later
   */
  static LaneProduct of(double[][] matrix) {
    double[] diagonal = new double[matrix.length];
    boolean isDiagonal = true;
    for (int i = 0; i < matrix.length; i++) {
      diagonal[i] = matrix[i][i];
      for (int j = 0; j < i; j++) {
        isDiagonal &= matrix[i][j] == 0;
      }
    }
    if (isDiagonal) {
      return new Diagonal(diagonal);
    }
    return matrix.length < GEMM_ROWS ? new Loops(matrix) : new GemmProduct(matrix);
  }

  /** A diagonal matrix. */
  record Diagonal(double[] entries) implements LaneProduct {
    @Override
    public void multiply(double[][] x, double[][] out, int lanes) {
      for (int k = 0; k < x.length; k++) {
        double factor = entries[k % entries.length];
        double[] in = x[k];
        double[] product = out[k];
        for (int i = 0; i < lanes; i++) {
          product[i] = factor * in[i];
        }
      }
    }
  }

  /** Loops over the lanes. */
  record Loops(double[][] matrix) implements LaneProduct {
    @Override
    public void multiply(double[][] x, double[][] out, int lanes) {
      int n = matrix.length;
      for (int first = 0; first < x.length; first += n) {
        for (int k = 0; k < n; k++) {
          double[] sum = out[first + k];
          Arrays.fill(sum, 0, lanes, 0);
          LaneSums.addMultiples(matrix[k], x, first, sum, lanes);
        }
      }
    }
  }
}

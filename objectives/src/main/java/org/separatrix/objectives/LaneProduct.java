package org.separatrix.objectives;

/** Products of one symmetric matrix with the points of a block. */
interface LaneProduct {
  /**
   * From this many rows on the product is ND4J's. With 128 rows it takes 0.8 of the time of the
   * loops, with 256 half of it, but loading ND4J takes a second.
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

  /** Loops over the lanes, four terms at a time. */
  record Loops(double[][] matrix) implements LaneProduct {
    @Override
    public void multiply(double[][] x, double[][] out, int lanes) {
      int n = matrix.length;
      for (int first = 0; first < x.length; first += n) {
        for (int k = 0; k < n; k++) {
          double[] row = matrix[k];
          double[] sum = out[first + k];
          for (int i = 0; i < lanes; i++) {
            sum[i] = 0;
          }
          int j = 0;
          for (; j + 3 < n; j += 4) {
            addFour(row, j, x, first + j, sum, lanes);
          }
          for (; j < n; j++) {
            addOne(row[j], x[first + j], sum, lanes);
          }
        }
      }
    }

    private static void addFour(double[] row, int j, double[][] x, int k, double[] sum, int lanes) {
      double a = row[j];
      double b = row[j + 1];
      double c = row[j + 2];
      double d = row[j + 3];
      double[] p = x[k];
      double[] q = x[k + 1];
      double[] r = x[k + 2];
      double[] s = x[k + 3];
      for (int i = 0; i < lanes; i++) {
        sum[i] = Math.fma(d, s[i], Math.fma(c, r[i], Math.fma(b, q[i], Math.fma(a, p[i], sum[i]))));
      }
    }

    private static void addOne(double a, double[] p, double[] sum, int lanes) {
      for (int i = 0; i < lanes; i++) {
        sum[i] = Math.fma(a, p[i], sum[i]);
      }
    }
  }
}

package org.separatrix.core.linalg;

import org.bytedeco.openblas.global.openblas_full;

/**
 * LAPACK's divide-and-conquer solver of the symmetric eigenproblem, {@code dsyevd}.
 *
 * <p>OpenBLAS is set to one thread when this class is loaded, for the whole process: the engine
 * keeps all cores busy itself, and results must not depend on how many there are.
 */
final class DivideAndConquer {
  static {
    openblas_full.openblas_set_num_threads(1);
  }

  private DivideAndConquer() {}

  /**
   * Solves the eigenproblem.
   *
   * @param matrix symmetric and finite, d x d; not modified
   * @param vectors receives the unit eigenvectors as rows, d x d
   * @return the eigenvalues, ascending
   */
  static double[] solve(double[][] matrix, double[][] vectors) {
    int d = matrix.length;
    double[] a = new double[d * d];
    for (int i = 0; i < d; i++) {
      System.arraycopy(matrix[i], 0, a, i * d, d);
    }
    double[] values = new double[d];
    int info =
        openblas_full.LAPACKE_dsyevd(
            openblas_full.LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', d, a, d, values);
    if (info != 0) {
      throw new ArithmeticException("dsyevd failed with info = " + info);
    }
    for (int j = 0; j < d; j++) {
      System.arraycopy(a, j * d, vectors[j], 0, d);
    }
    return values;
  }
}

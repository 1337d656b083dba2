package org.separatrix.objectives;

import java.util.Arrays;

/**
 * Eigenvalues of a symmetric matrix by Jacobi's cyclic rotations (Golub and Van Loan, Matrix
 * Computations, section 8.5), in plain Java, so that a small matrix needs no native library.
 */
final class JacobiEigenvalues {
  private static final int SWEEPS = 60;

  private JacobiEigenvalues() {}

  /**
   * Returns the eigenvalues, ascending.
   *
   * @param matrix the symmetric matrix, n x n, finite; not modified
   */
  static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          if (a[p][q] != 0) {
            rotate(a, p, q);
          }
        }
      }
    }
    double[] eigenvalues = new double[n];
    Arrays.setAll(eigenvalues, k -> a[k][k]);
    Arrays.sort(eigenvalues);
    return eigenvalues;
  }

  /** Makes a[p][q] vanish by a rotation of the coordinates p and q. */
  private static void rotate(double[][] a, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1 / (Math.abs(theta) + Math.hypot(theta, 1)), theta);
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cosine * kp - sine * kq;
      a[k][q] = sine * kp + cosine * kq;
    }
    double[] rowP = a[p];
    double[] rowQ = a[q];
    for (int k = 0; k < a.length; k++) {
      double pk = rowP[k];
      double qk = rowQ[k];
      rowP[k] = cosine * pk - sine * qk;
      rowQ[k] = sine * pk + cosine * qk;
    }
  }

  private static boolean isDiagonal(double[][] a) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        double square = a[i][j] * a[i][j];
        all += square;
        off += i == j ? 0 : square;
      }
    }
    return off <= 1e-34 * all;
  }
}

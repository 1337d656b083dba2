package org.separatrix.core.linalg;

/**
 * Jacobi's method for the symmetric eigenproblem: rotations in the planes (p, q), row by row, until
 * no off-diagonal entry matters (Golub and Van Loan, Matrix Computations, 4th ed., section 8.5).
 *
 * <p>Small eigenvalues of scaled diagonally dominant matrices keep their relative accuracy (Barlow
 * and Demmel 1990).
 */
final class CyclicJacobi {
  /** Convergence is quadratic; ten sweeps are many. */
  private static final int MAX_SWEEPS = 60;

  /** An entry this small, relative to its diagonal entries' geometric mean, is dropped. */
  private static final double RELATIVE = 0x1p-54;

  /** An entry this small, relative to the largest one, is dropped. */
  private static final double ABSOLUTE = 1e-60;

  private final double[][] a;
  private final double[] values;
  private final double[][] vectors;

  /**
   * Solves the eigenproblem.
   *
   * @param a symmetric and finite, d x d; overwritten
   */
  CyclicJacobi(double[][] a) {
    this.a = a;
    int d = a.length;
    vectors = new double[d][d];
    double largest = 0;
    for (int i = 0; i < d; i++) {
      vectors[i][i] = 1;
      for (int j = 0; j < d; j++) {
        largest = Math.max(largest, Math.abs(a[i][j]));
      }
    }
    int sweeps = 0;
    while (sweep(ABSOLUTE * largest)) {
      sweeps++;
      if (sweeps > MAX_SWEEPS) {
        throw new ArithmeticException("Jacobi's method did not converge in " + sweeps + " sweeps");
      }
    }
    values = new double[d];
    for (int i = 0; i < d; i++) {
      values[i] = a[i][i];
    }
  }

  /** Returns the eigenvalues in no particular order. */
  double[] values() {
    return values;
  }

  /** Returns the eigenvectors as rows, in the order of the eigenvalues. */
  double[][] vectors() {
    return vectors;
  }

  /** Rotates every plane once and tells whether any rotation was needed. */
  private boolean sweep(double negligible) {
    boolean rotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double mean = Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
        if (Math.abs(a[p][q]) > Math.max(negligible, RELATIVE * mean)) {
          rotate(p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** Makes entry (p, q) zero by the rotation whose tangent is the smaller root. */
  private void rotate(int p, int q) {
    double theta = (a[q][q] - a[p][p]) / 2 / a[p][q];
    // No square overflows: an entry that small would have been dropped.
    double t = Math.copySign(1 / (Math.abs(theta) + Math.sqrt(1 + theta * theta)), theta);
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    double shift = t * a[p][q];
    a[p][p] -= shift;
    a[q][q] += shift;
    a[p][q] = 0;
    a[q][p] = 0;
    for (int k = 0; k < a.length; k++) {
      if (k != p && k != q) {
        double x = a[p][k];
        double y = a[q][k];
        a[p][k] = c * x - s * y;
        a[q][k] = s * x + c * y;
        a[k][p] = a[p][k];
        a[k][q] = a[q][k];
      }
      double x = vectors[p][k];
      double y = vectors[q][k];
      vectors[p][k] = c * x - s * y;
      vectors[q][k] = s * x + c * y;
    }
  }
}

package org.separatrix.objectives;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.CriticalPointKind;

/** Symmetric matrices with given eigenvalues. */
final class Spectrum {
  private Spectrum() {}

  /**
   * Returns Q diag(eigenvalues) Q', where Q is orthogonal and uniformly distributed (Haar).
   *
   * <p>Q is what the Gram-Schmidt process makes of a matrix of independent Gaussians: the factor of
   * the QR decomposition whose R has a positive diagonal, which is Haar distributed (Mezzadri,
   * Notices AMS 54, 2007). The process runs twice, for orthogonality to rounding error.
   *
   * @param eigenvalues the eigenvalues, length n; not modified
   * @param seed determines Q, on every machine
   */
  static double[][] rotated(double[] eigenvalues, long seed) {
    int n = eigenvalues.length;
    double[][] q = rotation(n, seed);
    double[][] matrix = new double[n][n];
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        double factor = eigenvalues[v] * q[v][i];
        double[] row = matrix[i];
        for (int j = 0; j <= i; j++) {
          row[j] = Math.fma(factor, q[v][j], row[j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /**
   * Returns the matrix with its eigenvectors along the axes, or rotated.
   *
   * @param eigenvalues the eigenvalues, length n; not modified
   * @param seed seed of the rotation, if any
   */
  static double[][] matrix(double[] eigenvalues, @Nullable Long seed) {
    return seed == null ? diagonal(eigenvalues) : rotated(eigenvalues, seed);
  }

  /**
   * Returns what exact eigenvalues of a Hessian say of a critical point.
   *
   * @param eigenvalues the eigenvalues, in any order
   */
  static CriticalPointKind kind(double[] eigenvalues) {
    boolean negative = Arrays.stream(eigenvalues).anyMatch(lambda -> lambda < 0);
    boolean zero = Arrays.stream(eigenvalues).anyMatch(lambda -> lambda == 0);
    boolean positive = Arrays.stream(eigenvalues).anyMatch(lambda -> lambda > 0);
    if (negative) {
      return positive || zero ? CriticalPointKind.STRICT_SADDLE : CriticalPointKind.LOCAL_MAXIMUM;
    }
    return zero ? CriticalPointKind.DEGENERATE : CriticalPointKind.LOCAL_MINIMUM;
  }

  private static double[][] diagonal(double[] eigenvalues) {
    double[][] matrix = new double[eigenvalues.length][eigenvalues.length];
    for (int k = 0; k < eigenvalues.length; k++) {
      matrix[k][k] = eigenvalues[k];
    }
    return matrix;
  }

  /**
   * Returns n orthonormal vectors, one in each row.
   *
   * @param n how many, and their length
   * @param seed determines them, on every machine
   */
  static double[][] rotation(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] q = new double[n][n];
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        q[v][i] = gaussian(random);
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int u = 0; u < v; u++) {
          subtractProjection(q[v], q[u]);
        }
      }
      double norm = Math.sqrt(dot(q[v], q[v]));
      for (int i = 0; i < n; i++) {
        q[v][i] /= norm;
      }
    }
    return q;
  }

  private static void subtractProjection(double[] vector, double[] unit) {
    double factor = -dot(vector, unit);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Math.fma(factor, unit[i], vector[i]);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /** Marsaglia's polar method, with a logarithm that has the same bits everywhere. */
  static double gaussian(SplittableRandom random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}

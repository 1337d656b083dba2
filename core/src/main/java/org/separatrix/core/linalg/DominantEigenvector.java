package org.separatrix.core.linalg;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * A right and a left eigenvector of the eigenvalue of largest modulus of a small real matrix, where
 * that eigenvalue is real and has as many eigenvectors as its multiplicity: M r = z r, l' M = z l'.
 * If there are several, l is the projection of r on the left ones.
 *
 * <p>After many steps M^k v is close to z^k (l'v / l'r) r, so the coefficient l'v / l'r of the
 * state v at rest says how a run that starts at rest excites the unstable direction of a method
 * with memory.
 *
 * @param value the eigenvalue z
 * @param right the vector r, of unit length, its largest component positive; copied
 * @param left the vector l, scaled to l'r = 1; copied
 */
public record DominantEigenvector(double value, double[] right, double[] left) {
  /** A pair with |l'r| below this for unit vectors belongs to an eigenvalue that lacks some. */
  private static final double SIMPLE = 1e-7;

  /** Copies the arrays. */
  public DominantEigenvector {
    right = right.clone();
    left = left.clone();
  }

  /**
   * Returns the dominant eigenvectors of a matrix.
   *
   * @param matrix the matrix M, n x n, finite; not modified
   * @return empty if the eigenvalue of largest modulus is complex or lacks eigenvectors
   */
  public static Optional<DominantEigenvector> of(double[][] matrix) {
    return of(matrix, 0);
  }

  /**
   * Returns the dominant eigenvectors of a matrix that is known up to an error.
   *
   * @param matrix the matrix M, n x n, finite; not modified
   * @param tolerance eigenvalues that the error may have told apart count as one: singular values
   *     of M - z I, and imaginary parts, up to this are 0
   * @return empty if the eigenvalue of largest modulus is complex or lacks eigenvectors
   */
  public static Optional<DominantEigenvector> of(double[][] matrix, double tolerance) {
    ComplexEigenvalues eigenvalues = ComplexEigenvalues.of(matrix);
    int n = matrix.length;
    if (Math.abs(eigenvalues.im()[0]) > tolerance) {
      return Optional.empty();
    }
    double z = eigenvalues.re()[0];
    if (n == 1) {
      return Optional.of(new DominantEigenvector(z, new double[] {1}, new double[] {1}));
    }
    double[][] shifted = new double[n][];
    for (int i = 0; i < n; i++) {
      shifted[i] = matrix[i].clone();
      shifted[i][i] -= z;
    }
    SingularValueDecomposition svd =
        new SingularValueDecomposition(new Array2DRowRealMatrix(shifted, false));
    double[] right = svd.getV().getColumn(n - 1);
    double[] left = new double[n];
    for (int j = n - 1; j == n - 1 || (j >= 0 && svd.getSingularValues()[j] <= tolerance); j--) {
      double[] each = svd.getU().getColumn(j);
      double part = dot(each, right);
      for (int i = 0; i < n; i++) {
        left[i] = Math.fma(part, each[i], left[i]);
      }
    }
    double product = dot(left, right);
    if (product < SIMPLE * SIMPLE) {
      return Optional.empty();
    }
    double sign = signOfLargest(right);
    for (int i = 0; i < n; i++) {
      right[i] *= sign;
      left[i] *= sign / product;
    }
    return Optional.of(new DominantEigenvector(z, right, left));
  }

  @Override
  public double[] right() {
    return right.clone();
  }

  @Override
  public double[] left() {
    return left.clone();
  }

  /**
   * Returns the coefficient of r in a vector, l'v.
   *
   * @param v the vector, length n; not modified
   */
  public double coefficient(double[] v) {
    return dot(left, v);
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }

  private static double signOfLargest(double[] vector) {
    double largest = vector[0];
    for (double entry : vector) {
      if (Math.abs(entry) > Math.abs(largest) * (1 + 1e-9)) {
        largest = entry;
      }
    }
    return Math.signum(largest);
  }
}

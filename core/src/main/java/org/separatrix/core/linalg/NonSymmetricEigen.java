package org.separatrix.core.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SchurTransformer;

/** The eigenvalue problem of a small real matrix that need not be symmetric. */
public final class NonSymmetricEigen {
  /** Up to here products of entries are finite, as solvers need them. */
  static final double LARGEST = 1e150;

  /**
   * What counts as zero in the Schur form, the first that leads to a solution. The library compares
   * an entry with the diagonal when it iterates, and with 1 when it reads eigenvalues off: with one
   * in between it takes two real eigenvalues for a pair.
   */
  private static final double[] EPSILONS = {1e-15, 1e-16, 1e-14, 1e-12, 1e-10};

  /** Eigenvalues that are triple, for want of eigenvectors, agree to a third of all digits. */
  private static final double NEAR = 1e-4;

  private NonSymmetricEigen() {}

  /**
   * Solves the problem.
   *
   * @param matrix square; not modified
   * @return nothing if there is no numerical solution: if entries are NaN, infinite or so large
   *     that their products are, or if the iteration does not converge
   */
  public static Optional<EigenDecompositionNonSymmetric> of(double[][] matrix) {
    // Not the largest entry: NaN is none.
    if (!Arrays.stream(matrix)
        .flatMapToDouble(Arrays::stream)
        .allMatch(entry -> Math.abs(entry) <= LARGEST)) {
      return Optional.empty();
    }
    for (double epsilon : EPSILONS) {
      try {
        EigenDecompositionNonSymmetric eigen =
            new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(matrix), epsilon);
        if (isSolution(eigen, ComplexEigenvalues.of(matrix))) {
          return Optional.of(eigen);
        }
      } catch (MathRuntimeException unsolved) {
        // Another epsilon may do.
      }
    }
    return Optional.empty();
  }

  private static boolean isSolution(
      EigenDecompositionNonSymmetric eigen, ComplexEigenvalues eigenvalues) {
    double[] re = eigenvalues.re();
    double[] im = eigenvalues.im();
    return Arrays.stream(eigen.getEigenvalues())
        .allMatch(
            z -> {
              double nearest = Double.POSITIVE_INFINITY;
              for (int i = 0; i < re.length; i++) {
                double distance = Math.hypot(z.getReal() - re[i], z.getImaginary() - im[i]);
                nearest = Math.min(nearest, distance);
              }
              return nearest <= NEAR * eigenvalues.spectralRadius();
            });
  }

  /**
   * Returns the real Schur form, in which each entry below the diagonal that is not zero belongs to
   * a block of two rows.
   *
   * @param matrix square; not modified
   */
  static double[][] schur(double[][] matrix) {
    double[][] t = transformed(matrix);
    for (int i = 0; i + 1 < t.length; i++) {
      if (Math.abs(t[i + 1][i]) <= EPSILONS[0] * (Math.abs(t[i][i]) + Math.abs(t[i + 1][i + 1]))) {
        t[i + 1][i] = 0;
      }
    }
    return t;
  }

  private static double[][] transformed(double[][] matrix) {
    RealMatrix entries = new Array2DRowRealMatrix(matrix);
    try {
      return new SchurTransformer(entries, EPSILONS[0]).getT().getData();
    } catch (MathRuntimeException tooFine) {
      return new SchurTransformer(entries).getT().getData();
    }
  }
}

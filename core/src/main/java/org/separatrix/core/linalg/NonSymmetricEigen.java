package org.separatrix.core.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/** The eigenvalue problem of a small real matrix that need not be symmetric. */
public final class NonSymmetricEigen {
  /** Up to here products of entries are finite, as solvers need them. */
  static final double LARGEST = 1e150;

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
    try {
      return Optional.of(new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(matrix)));
    } catch (MathRuntimeException unsolved) {
      return Optional.empty();
    }
  }
}

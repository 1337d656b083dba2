package org.separatrix.analysis.linearization;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.NonSymmetricEigen;

/**
 * How far the eigenvalues of a matrix J can move when J does by an error of spectral norm e: the
 * smaller one of two bounds.
 *
 * <ul>
 *   <li>kappa(V) e, V the eigenvectors (Bauer and Fike, Numer. Math. 2, 1960).
 *   <li>max(t, t^(1/m)), t = e (1 + |N| + ... + |N|^(m-1)), N the strictly upper part of J's Schur
 *       form, |N|^2 = |J|^2 - sum |z_i|^2 in the Frobenius norm (Golub and Van Loan, Matrix
 *       Computations, 4th edition, theorem 7.2.3). It needs no eigenvectors, so that it holds where
 *       some are missing.
 * </ul>
 */
final class EigenvalueError {
  /** Backward error of the QR algorithm, in ulps of the norm for each row. */
  private static final double ROUNDING_ERRORS = 10;

  private EigenvalueError() {}

  /**
   * Returns the bound.
   *
   * @param jacobian m x m
   * @param eigenvalues of it
   * @param error e, at least 0
   */
  static double bound(StepJacobian jacobian, ComplexEigenvalues eigenvalues, double error) {
    double rounded = error + ROUNDING_ERRORS * jacobian.dimension() * Math.ulp(jacobian.norm());
    return Math.min(
        condition(jacobian.entries()) * rounded, ofSchurForm(jacobian, eigenvalues, rounded));
  }

  private static double ofSchurForm(
      StepJacobian jacobian, ComplexEigenvalues eigenvalues, double error) {
    int m = jacobian.dimension();
    double squares = Math.pow(jacobian.norm(), 2);
    double rounding = m * Math.ulp(squares);
    for (int i = 0; i < m; i++) {
      squares -= Math.pow(eigenvalues.modulus(i), 2);
    }
    double departure = Math.sqrt(Math.max(0, squares) + rounding);
    double sum = 0;
    for (int i = 0; i < m; i++) {
      sum = Math.fma(sum, departure, 1);
    }
    double t = error * sum;
    return Math.max(t, Math.pow(t, 1.0 / m));
  }

  /**
   * Returns the condition of the eigenvectors, infinite if some are missing. Real and imaginary
   * parts stand for those of conjugate pairs: the block of such a pair is normal, as the theorem
   * wants it.
   */
  private static double condition(double[][] entries) {
    Optional<EigenDecompositionNonSymmetric> eigen = NonSymmetricEigen.of(entries);
    if (eigen.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      RealMatrix vectors = eigen.get().getV();
      double[] singular = new SingularValueDecomposition(vectors).getSingularValues();
      double condition = singular[0] / singular[entries.length - 1];
      return Double.isNaN(condition) ? Double.POSITIVE_INFINITY : condition;
    } catch (MathRuntimeException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}

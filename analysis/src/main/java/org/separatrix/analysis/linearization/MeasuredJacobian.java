package org.separatrix.analysis.linearization;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.SingularValueDecomposition;
import org.separatrix.api.analysis.StepMap;

/**
 * Determinant and least singular value of the Jacobian of a step at a state, see {@link
 * StepJacobian}.
 *
 * @param dimension number m of its rows
 * @param sign of the determinant
 * @param logarithm of its modulus
 * @param leastSingularValue of the Jacobian, at least 0
 * @param error bounds the spectral norm of the Jacobian's error
 */
public record MeasuredJacobian(
    int dimension, double sign, double logarithm, double leastSingularValue, double error) {
  /** For the eigenvalues that were predicted from. */
  private static final double RELATIVE = 1e-9;

  /** A determinant is only known if the error is this small beside the least singular value. */
  private static final double KNOWN = 0.05;

  /**
   * Measures.
   *
   * @param map the step
   * @param state where, m numbers; not modified
   * @param steps the h for each coordinate, m numbers, positive
   * @return empty if something is not finite
   */
  public static Optional<MeasuredJacobian> of(StepMap map, double[] state, double[] steps) {
    return StepJacobian.of(map, state, steps).map(MeasuredJacobian::of);
  }

  private static MeasuredJacobian of(StepJacobian jacobian) {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(jacobian.entries(), false);
    int m = jacobian.dimension();
    double[] singular = new SingularValueDecomposition(matrix).getSingularValues();
    double logarithm = Arrays.stream(singular).map(Math::log).sum();
    double sign = Math.signum(new LUDecomposition(matrix).getDeterminant());
    return new MeasuredJacobian(m, sign, logarithm, singular[m - 1], jacobian.error());
  }

  /** Tells whether the differences are good enough to know the determinant. */
  public boolean isKnown() {
    return sign != 0 && error <= KNOWN * leastSingularValue;
  }

  /**
   * Returns |det|^(1/d) with the sign of det: the mean factor for each of d coordinates, the
   * determinant itself for d = 1.
   *
   * @param d number of coordinates
   */
  public double perCoordinate(int d) {
    return sign * Math.exp(logarithm / d);
  }

  /**
   * Tells whether the determinant cannot be the product of d numbers of one sign whose moduli lie
   * in a range, d ln(low) to d ln(high).
   *
   * @param expectedSign sign of the product
   * @param low smallest modulus, positive
   * @param high largest modulus
   * @param d number of factors
   */
  public boolean contradicts(double expectedSign, double low, double high, int d) {
    if (!isKnown()) {
      return false;
    }
    double tolerance = dimension * (2 * error / leastSingularValue + RELATIVE);
    return sign != expectedSign
        || logarithm < d * Math.log(low) - tolerance
        || logarithm > d * Math.log(high) + tolerance;
  }
}

package org.separatrix.analysis.diffeomorphism;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.SingularValueDecomposition;
import org.separatrix.api.analysis.StepMap;

/**
 * The Jacobian of a step at a state, by central differences with the steps h and h/2, extrapolated;
 * how far the two are apart bounds the error.
 *
 * @param dimension number m of its rows
 * @param sign of the determinant
 * @param logarithm of its modulus
 * @param leastSingularValue of the Jacobian, at least 0
 * @param error bounds the spectral norm of the Jacobian's error
 */
record MeasuredJacobian(
    int dimension, double sign, double logarithm, double leastSingularValue, double error) {
  /** Rounding of a step, relative to the largest number in it, with room for cancellation. */
  private static final double ROUNDING = 1e-13;

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
  static Optional<MeasuredJacobian> of(StepMap map, double[] state, double[] steps) {
    int m = state.length;
    double[][] jacobian = new double[m][m];
    double error = 0;
    for (int column = 0; column < m; column++) {
      double h = steps[column];
      double[] coarse = slope(map, state, column, h);
      double[] fine = slope(map, state, column, h / 2);
      for (int row = 0; row < m; row++) {
        jacobian[row][column] = (4 * fine[row] - coarse[row]) / 3;
        error = Math.hypot(error, fine[row] - coarse[row]);
      }
      error = Math.hypot(error, Math.sqrt(m) * ROUNDING * largest(map, state) / h);
    }
    if (!Double.isFinite(error)) {
      return Optional.empty();
    }
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(jacobian, false);
    double[] singular = new SingularValueDecomposition(matrix).getSingularValues();
    double logarithm = Arrays.stream(singular).map(Math::log).sum();
    double sign = Math.signum(new LUDecomposition(matrix).getDeterminant());
    return Optional.of(new MeasuredJacobian(m, sign, logarithm, singular[m - 1], error));
  }

  private static double[] slope(StepMap map, double[] state, int column, double h) {
    double[] moved = state.clone();
    double[] up = new double[state.length];
    double[] down = new double[state.length];
    moved[column] = state[column] + h;
    double width = moved[column];
    map.apply(moved, up);
    moved[column] = state[column] - h;
    width -= moved[column];
    map.apply(moved, down);
    for (int row = 0; row < up.length; row++) {
      up[row] = (up[row] - down[row]) / width;
    }
    return up;
  }

  private static double largest(StepMap map, double[] state) {
    double[] image = new double[state.length];
    map.apply(state, image);
    double largest = 0;
    for (int k = 0; k < image.length; k++) {
      largest = Math.max(largest, Math.max(Math.abs(image[k]), Math.abs(state[k])));
    }
    return largest;
  }

  /** Tells whether the differences are good enough to know the determinant. */
  boolean isKnown() {
    return sign != 0 && error <= KNOWN * leastSingularValue;
  }

  /**
   * Returns |det|^(1/d) with the sign of det: the mean factor for each of d coordinates, the
   * determinant itself for d = 1.
   */
  double perCoordinate(int d) {
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
  boolean contradicts(double expectedSign, double low, double high, int d) {
    if (!isKnown()) {
      return false;
    }
    double tolerance = dimension * (2 * error / leastSingularValue + RELATIVE);
    return sign != expectedSign
        || logarithm < d * Math.log(low) - tolerance
        || logarithm > d * Math.log(high) + tolerance;
  }
}

package org.separatrix.core.linalg;

import java.util.Arrays;

/**
 * The eigenvalues z_i of a small real matrix that need not be symmetric, such as the block A +
 * lambda B C of a method's linearization.
 *
 * <p>Dimensions 1 and 2 are solved in closed form, larger ones by the QR algorithm.
 *
 * @param re real parts, by descending modulus, of a conjugate pair the one with positive imaginary
 *     part first; copied
 * @param im imaginary parts; copied
 */
public record ComplexEigenvalues(double[] re, double[] im) {
  /** Copies the arrays. */
  public ComplexEigenvalues {
    re = re.clone();
    im = im.clone();
  }

  /**
   * Returns the eigenvalues of a matrix. If an entry is not finite, as when a step size times an
   * eigenvalue overflows, they are NaN, neither inside nor outside the unit circle; but a single
   * infinite number is its own eigenvalue.
   *
   * @param matrix n x n with n at least 1; not modified
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static ComplexEigenvalues of(double[][] matrix) {
    check(matrix);
    if (matrix.length == 1) {
      return new ComplexEigenvalues(new double[] {matrix[0][0]}, new double[1]);
    }
    double largest = largest(matrix);
    if (!Double.isFinite(largest)) {
      return unknown(matrix.length);
    }
    if (largest > NonSymmetricEigen.LARGEST) {
      double scale = Math.scalb(1.0, Math.getExponent(largest));
      return ofScaled(times(1 / scale, matrix)).times(scale);
    }
    return ofScaled(matrix);
  }

  private static ComplexEigenvalues ofScaled(double[][] matrix) {
    return switch (matrix.length) {
      case 2 -> ofTwoByTwo(matrix[0][0], matrix[0][1], matrix[1][0], matrix[1][1]);
      default -> byQr(matrix);
    };
  }

  @Override
  public double[] re() {
    return re.clone();
  }

  @Override
  public double[] im() {
    return im.clone();
  }

  /** Returns the number of eigenvalues n, counted with multiplicity. */
  public int size() {
    return re.length;
  }

  /**
   * Returns the modulus of an eigenvalue.
   *
   * @param i which one, from 0 by descending modulus
   */
  public double modulus(int i) {
    return Math.hypot(re[i], im[i]);
  }

  /** Returns the spectral radius, the largest modulus. */
  public double spectralRadius() {
    return modulus(0);
  }

  /**
   * Returns how many eigenvalues lie inside the unit circle, farther than a tolerance from it.
   *
   * @param tolerance distance from the circle that counts as on it
   */
  public int inside(double tolerance) {
    int count = 0;
    for (int i = 0; i < re.length; i++) {
      count += modulus(i) < 1 - tolerance ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns how many eigenvalues lie outside the unit circle, farther than a tolerance from it.
   *
   * @param tolerance distance from the circle that counts as on it
   */
  public int outside(double tolerance) {
    int count = 0;
    for (int i = 0; i < re.length; i++) {
      count += modulus(i) > 1 + tolerance ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns how many eigenvalues lie on the unit circle, within a tolerance.
   *
   * @param tolerance distance from the circle that counts as on it
   */
  public int on(double tolerance) {
    return size() - inside(tolerance) - outside(tolerance);
  }

  /** The roots of z^2 - (a + d) z + (a d - b c), without cancellation in the smaller one. */
  private static ComplexEigenvalues ofTwoByTwo(double a, double b, double c, double d) {
    double center = a / 2 + d / 2;
    double half = a / 2 - d / 2;
    double discriminant = differenceOfProducts(half, half, -b, c);
    if (discriminant < 0) {
      double imaginary = Math.sqrt(-discriminant);
      return new ComplexEigenvalues(
          new double[] {center, center}, new double[] {imaginary, -imaginary});
    }
    double larger = center + Math.copySign(Math.sqrt(discriminant), center);
    double smaller = larger == 0 ? 0 : differenceOfProducts(a, d, b, c) / larger;
    return new ComplexEigenvalues(new double[] {larger, smaller}, new double[2]);
  }

  /** Returns p q - r s with one rounding error (Kahan). */
  private static double differenceOfProducts(double p, double q, double r, double s) {
    double product = r * s;
    return Math.fma(p, q, -product) + Math.fma(-r, s, product);
  }

  /**
   * From the blocks of the real Schur form, of which each of two rows may have real eigenvalues.
   */
  private static ComplexEigenvalues byQr(double[][] matrix) {
    double[][] t = NonSymmetricEigen.schur(matrix);
    double[] re = new double[t.length];
    double[] im = new double[t.length];
    for (int i = 0; i < t.length; ) {
      boolean pair = i + 1 < t.length && t[i + 1][i] != 0;
      ComplexEigenvalues block =
          pair
              ? ofTwoByTwo(t[i][i], t[i][i + 1], t[i + 1][i], t[i + 1][i + 1])
              : new ComplexEigenvalues(new double[] {t[i][i]}, new double[1]);
      for (int j = 0; j < block.size(); j++, i++) {
        insert(block.re[j], block.im[j], re, im, i);
      }
    }
    return new ComplexEigenvalues(re, im);
  }

  /** Inserts an eigenvalue among the first ones, which are in order. */
  private static void insert(double real, double imaginary, double[] re, double[] im, int count) {
    int j = count;
    for (; j > 0 && precedes(real, imaginary, re[j - 1], im[j - 1]); j--) {
      re[j] = re[j - 1];
      im[j] = im[j - 1];
    }
    re[j] = real;
    im[j] = imaginary;
  }

  /** Moduli of a conjugate pair are equal to the last bit, so the order is a total one. */
  private static boolean precedes(double real, double imaginary, double re, double im) {
    int byModulus = Double.compare(Math.hypot(real, imaginary), Math.hypot(re, im));
    return byModulus > 0 || (byModulus == 0 && imaginary > im);
  }

  private static void check(double[][] matrix) {
    if (matrix.length == 0) {
      throw new IllegalArgumentException("the matrix has no rows");
    }
    for (double[] row : matrix) {
      if (row.length != matrix.length) {
        throw new IllegalArgumentException(
            "the matrix has %d rows, but a row of %d entries".formatted(matrix.length, row.length));
      }
    }
  }

  /** Returns the largest modulus of an entry, NaN if an entry is. */
  private static double largest(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double entry : row) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }

  private ComplexEigenvalues times(double factor) {
    double[][] scaled = times(factor, new double[][] {re, im});
    return new ComplexEigenvalues(scaled[0], scaled[1]);
  }

  private static double[][] times(double factor, double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(entry -> factor * entry).toArray())
        .toArray(double[][]::new);
  }

  private static ComplexEigenvalues unknown(int n) {
    double[] unknown = new double[n];
    Arrays.fill(unknown, Double.NaN);
    return new ComplexEigenvalues(unknown, unknown);
  }
}

package org.separatrix.analysis.hypothesis;

/**
 * The determinant of a small matrix by expansion along its rows.
 *
 * <p>Unlike elimination it divides nothing, so a sum of vanishing products is exactly zero. The sum
 * over subsets of columns takes n 2^n products.
 *
 * @param value the determinant, up to {@link #error()}
 * @param magnitude the sum of the moduli of the n! products, the permanent of |M|
 */
record Determinant(double value, double magnitude) {
  private static final int LARGEST = 20;

  /**
   * Returns the determinant of a matrix.
   *
   * @param matrix n x n with n from 1 to 20; not modified
   */
  static Determinant of(double[][] matrix) {
    int n = matrix.length;
    if (n == 0 || n > LARGEST) {
      throw new IllegalArgumentException(
          "the block of a linearization has %d rows: it must have from 1 to %d"
              .formatted(n, LARGEST));
    }
    double[] value = new double[1 << n];
    double[] magnitude = new double[1 << n];
    value[0] = 1;
    magnitude[0] = 1;
    for (int columns = 1; columns < 1 << n; columns++) {
      double[] row = matrix[Integer.bitCount(columns) - 1];
      for (int j = 0; j < n; j++) {
        if ((columns & 1 << j) != 0) {
          int rest = columns & ~(1 << j);
          boolean odd = Integer.bitCount(rest >>> j) % 2 == 1;
          value[columns] += (odd ? -row[j] : row[j]) * value[rest];
          magnitude[columns] += Math.abs(row[j]) * magnitude[rest];
        }
      }
    }
    return new Determinant(value[value.length - 1], magnitude[value.length - 1]);
  }

  /** Returns a bound on the rounding error: each product meets fewer than 40 rounding errors. */
  double error() {
    return 40 * Math.ulp(1.0) * magnitude;
  }

  /** Tells whether the determinant can be told from zero. */
  boolean isNonzero() {
    return Math.abs(value) > error();
  }
}

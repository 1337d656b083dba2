package org.separatrix.analysis.manifold;

/**
 * A square matrix as its columns, with the few operations that tangent dynamics needs.
 *
 * @param columns the columns, m x m; {@code columns[j][i]} is the entry in row i, column j; not
 *     copied
 */
public record SquareMatrix(double[][] columns) {
  /** What rounding leaves of a column that depends on others, relative to its length. */
  private static final double DEPENDENT = 1e-14;

  /** Returns the number of columns m. */
  public int dimension() {
    return columns.length;
  }

  /**
   * Returns the product of this matrix and another.
   *
   * @param other m x m
   */
  public SquareMatrix times(SquareMatrix other) {
    int m = columns.length;
    double[][] product = new double[m][m];
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < m; k++) {
        double factor = other.columns[j][k];
        double[] column = columns[k];
        double[] sum = product[j];
        for (int i = 0; i < m; i++) {
          sum[i] = Math.fma(factor, column[i], sum[i]);
        }
      }
    }
    return new SquareMatrix(product);
  }

  /**
   * Returns the product of this matrix and a vector.
   *
   * @param vector length m; not modified
   */
  public double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int k = 0; k < vector.length; k++) {
      for (int i = 0; i < vector.length; i++) {
        product[i] = Math.fma(vector[k], columns[k][i], product[i]);
      }
    }
    return product;
  }

  /** Returns the transposed matrix. */
  public SquareMatrix transposed() {
    int m = columns.length;
    double[][] rows = new double[m][m];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < m; i++) {
        rows[i][j] = columns[j][i];
      }
    }
    return new SquareMatrix(rows);
  }

  /** Returns the Frobenius norm. */
  public double norm() {
    double sum = 0;
    for (double[] column : columns) {
      sum += dot(column, column);
    }
    return Math.sqrt(sum);
  }

  /**
   * Makes the columns orthonormal in place, from left to right, by the modified Gram-Schmidt
   * process done twice. A column that depends on those before it is replaced by one that does not.
   *
   * @return the lengths that were left of the columns, the diagonal of R, length m
   */
  public double[] orthonormalize() {
    double[] lengths = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      double before = length(j);
      removeProjections(j);
      removeProjections(j);
      lengths[j] = length(j);
      if (!(lengths[j] > DEPENDENT * before)) {
        replace(j);
      }
      double length = length(j);
      for (int i = 0; i < columns.length; i++) {
        columns[j][i] /= length;
      }
    }
    return lengths;
  }

  /** Puts a coordinate direction in place; of m of them, one keeps 1/m of its squared length. */
  private void replace(int j) {
    int m = columns.length;
    for (int k = 0; k < m; k++) {
      columns[j] = new double[m];
      columns[j][k] = 1;
      removeProjections(j);
      removeProjections(j);
      if (length(j) >= Math.sqrt(0.5 / m)) {
        return;
      }
    }
    throw new ArithmeticException("no direction is left in a frame of " + m + " columns");
  }

  private double length(int j) {
    return Math.sqrt(dot(columns[j], columns[j]));
  }

  private void removeProjections(int j) {
    for (int k = 0; k < j; k++) {
      double coefficient = dot(columns[k], columns[j]);
      for (int i = 0; i < columns.length; i++) {
        columns[j][i] = Math.fma(-coefficient, columns[k][i], columns[j][i]);
      }
    }
  }

  /** Returns the inner product of two vectors of equal length. */
  public static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }
}

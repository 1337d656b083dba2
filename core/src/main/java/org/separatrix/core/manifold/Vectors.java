package org.separatrix.core.manifold;

/** Arithmetic with short vectors. Arguments are not modified but where a method says so. */
public final class Vectors {
  /** Sums of squares from here on are not spoiled by underflow. */
  private static final double LEAST_SQUARE = 1e-280;

  /** Sums of squares up to here have not overflowed. */
  private static final double LARGEST_SQUARE = 1e300;

  private Vectors() {}

  /** Returns the Euclidean norm. */
  public static double norm(double[] v) {
    double squares = dot(v, v);
    if (squares >= LEAST_SQUARE && squares <= LARGEST_SQUARE) {
      return Math.sqrt(squares);
    }
    double norm = 0;
    for (double entry : v) {
      norm = Math.hypot(norm, entry);
    }
    return norm;
  }

  /** Returns the Euclidean norm of v - w. */
  public static double distance(double[] v, double[] w) {
    return norm(sum(v, -1, w));
  }

  /** Returns the scalar product. */
  public static double dot(double[] v, double[] w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * w[i];
    }
    return sum;
  }

  /** Adds a multiple of a vector to v, which is modified. */
  public static void add(double[] v, double factor, double[] w) {
    for (int i = 0; i < v.length; i++) {
      v[i] += factor * w[i];
    }
  }

  /** Returns v + factor w, fresh. */
  public static double[] sum(double[] v, double factor, double[] w) {
    double[] sum = v.clone();
    add(sum, factor, w);
    return sum;
  }

  /** Returns factor v, fresh. */
  public static double[] scaled(double factor, double[] v) {
    return sum(new double[v.length], factor, v);
  }

  /** Tells whether all entries are finite. */
  public static boolean isFinite(double[] v) {
    for (double entry : v) {
      if (!Double.isFinite(entry)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the product of a matrix and a vector, fresh. */
  public static double[] product(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  /** Returns a column of a matrix, fresh. */
  public static double[] column(double[][] matrix, int j) {
    double[] column = new double[matrix.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = matrix[i][j];
    }
    return column;
  }
}

package org.separatrix.core.engine;

/** The Euclidean norm of one lane's vector. */
final class Norm {
  /** Sums of squares from here on are not spoiled by underflow. */
  static final double LEAST_SQUARE = 1e-280;

  /** Sums of squares up to here have not overflowed. */
  static final double LARGEST_SQUARE = 1e300;

  private Norm() {}

  /**
   * Returns the norm without underflow or overflow of the squares. It is infinite or not a number
   * where a coordinate is.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param lane the lane
   */
  static double of(double[][] x, int lane) {
    return of(square(x, lane), x, lane);
  }

  /** Returns the norm as {@link #of(double[][], int)} does, where the squares are added up. */
  static double of(double sum, double[][] x, int lane) {
    if (sum >= LEAST_SQUARE && sum <= LARGEST_SQUARE) {
      return Math.sqrt(sum);
    }
    double largest = 0;
    for (double[] coordinate : x) {
      largest = Math.max(largest, Math.abs(coordinate[lane]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    int exponent = Math.getExponent(largest);
    return Math.scalb(Math.sqrt(sumOfSquares(x, lane, -exponent)), exponent);
  }

  /** Returns the sum of the squares, as it comes. */
  static double square(double[][] x, int lane) {
    double sum = 0;
    for (double[] coordinate : x) {
      sum = Math.fma(coordinate[lane], coordinate[lane], sum);
    }
    return sum;
  }

  private static double sumOfSquares(double[][] x, int lane, int exponent) {
    double sum = 0;
    for (double[] coordinate : x) {
      double scaled = Math.scalb(coordinate[lane], exponent);
      sum = Math.fma(scaled, scaled, sum);
    }
    return sum;
  }
}

package org.separatrix.core.engine;

/** The Euclidean norm of lanes: squared and fast for many, or exact to a few roundings for one. */
final class Norm {
  /** Sums of squares from here on are not spoiled by underflow. */
  static final double LEAST_SQUARE = 1e-280;

  /** Sums of squares up to here have not overflowed. */
  static final double LARGEST_SQUARE = 1e300;

  private Norm() {}

  /**
   * Computes the squared norm of each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param out receives the sums of squares
   * @param lanes number of points
   */
  static void squares(double[][] x, double[] out, int lanes) {
    int next = 2 - x.length % 2;
    if (next == 1) {
      square(x[0], out, lanes);
    } else {
      square(x[0], x[1], out, lanes);
    }
    for (int k = next; k < x.length; k += 2) {
      addSquares(x[k], x[k + 1], out, lanes);
    }
  }

  /**
   * Returns the norm of one lane, without underflow or overflow of the squares. It is infinite or
   * not a number where a coordinate is.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param lane the lane
   */
  static double of(double[][] x, int lane) {
    double sum = sumOfSquares(x, lane, 0);
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

  private static double sumOfSquares(double[][] x, int lane, int exponent) {
    double sum = 0;
    for (double[] coordinate : x) {
      double scaled = Math.scalb(coordinate[lane], exponent);
      sum = Math.fma(scaled, scaled, sum);
    }
    return sum;
  }

  private static void square(double[] x, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = x[i] * x[i];
    }
  }

  private static void square(double[] x, double[] y, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(y[i], y[i], x[i] * x[i]);
    }
  }

  private static void addSquares(double[] x, double[] y, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(y[i], y[i], Math.fma(x[i], x[i], out[i]));
    }
  }
}

package org.separatrix.analysis.rate;

/**
 * The least-squares line through the points (k, y_k), k = 0, 1, ..., n - 1.
 *
 * @param points number of points n, at least 2
 * @param slope sum (k - m) y_k / sum (k - m)^2, where m is the mean of the k
 * @param residualRange largest residual minus smallest
 */
public record LeastSquaresLine(int points, double slope, double residualRange) {
  /**
   * Fits the line to a part of an array.
   *
   * @param y the ordinates; not modified
   * @param from index of the first point
   * @param to index after the last point, at least {@code from + 2}
   */
  public static LeastSquaresLine through(double[] y, int from, int to) {
    int n = to - from;
    if (n < 2) {
      throw new IllegalArgumentException("a line needs two points, got " + n);
    }
    double middle = 0.5 * (n - 1);
    double weighted = 0;
    for (int k = 0; k < n; k++) {
      // The first ordinate is taken off so that a long climb loses no digits.
      weighted += (k - middle) * (y[from + k] - y[from]);
    }
    double slope = weighted / sumOfSquares(n);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      double residual = y[from + k] - y[from] - slope * k;
      low = Math.min(low, residual);
      high = Math.max(high, residual);
    }
    return new LeastSquaresLine(n, slope, high - low);
  }

  /** Returns {@link #leverage(int)} for the points of this line. */
  public double leverage() {
    return leverage(points);
  }

  /**
   * Returns how far errors of the ordinates, from an interval of length 1, can move the slope: sum
   * |k - m| / (2 sum (k - m)^2), about 3 / (2 n).
   *
   * @param points number of points n, at least 2
   */
  public static double leverage(int points) {
    double middle = 0.5 * (points - 1);
    double sum = 0;
    for (int k = 0; k < points; k++) {
      sum += Math.abs(k - middle);
    }
    return sum / (2 * sumOfSquares(points));
  }

  private static double sumOfSquares(int n) {
    return n * (n * (double) n - 1) / 12;
  }
}

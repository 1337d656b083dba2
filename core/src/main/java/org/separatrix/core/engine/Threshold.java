package org.separatrix.core.engine;

/**
 * Tells by rounding whether sums of squares are below a bound: C2 vectorises no comparison, and
 * reads a constant from memory for each absolute value.
 *
 * <p>A sum s begins with the lack, so that it is at least half of some power of two p, and below p
 * as long as the sum without the lack is below the bound. Numbers just below p are 2^-53 p apart,
 * those from p on at least twice as far. With a little less than half of that, (s + half) - s is
 * 2^-53 p where s is below p, and zero where it is not. It is not a number where s is infinite or
 * not a number.
 *
 * <p>If the bound is 0, no sum is below it, and all these numbers are 0.
 *
 * @param lack what a sum begins with
 * @param half what is added and taken away again
 * @param perGap 1 / (2^-53 p)
 */
public record Threshold(double lack, double half, double perGap) {
  /** Number of binary digits of a number. */
  private static final int PRECISION = 53;

  private static final Threshold NONE = new Threshold(0, 0, 0);

  /**
   * Returns the threshold at a bound.
   *
   * @param bound 0, or between 2^-960 and 2^1000
   */
  static Threshold at(double bound) {
    if (bound == 0) {
      return NONE;
    }
    int exponent = Math.getExponent(bound) + 2;
    double gap = Math.scalb(1.0, exponent - PRECISION);
    return new Threshold(Math.scalb(1.0, exponent) - bound, Math.nextDown(gap), 1 / gap);
  }
}

package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productDown;
import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.squareRootDown;
import static org.separatrix.core.interval.DirectedRounding.squareRootUp;
import static org.separatrix.core.interval.DirectedRounding.stepsDown;
import static org.separatrix.core.interval.DirectedRounding.stepsUp;

/**
 * Powers and roots of intervals. On x >= 0, x^c is monotonic, so the bounds give the bounds; a
 * negative base is reduced to that by the symmetry of x^n.
 *
 * <p>x^n is computed by repeated multiplication, which keeps exact results exact. From n = 5 on,
 * where the roundings add up, and for real exponents {@link StrictMath#pow} is asked, too, and the
 * better bound taken. Its error is below 1 unit in the last place, as {@link Math#pow} promises, so
 * a bound is {@value #STEPS} steps away (see {@link ElementaryEnclosures}). Both are monotonic, and
 * so is the better one of them.
 */
final class Powers {
  private static final int STEPS = 2;

  /**
   * Above it, rounding errors of repeated multiplication exceed those of {@link StrictMath#pow}.
   */
  private static final double PRECISE_PRODUCT = 4;

  /** Above it, a power is exact for bases of a few digits only, and products take long. */
  private static final double LONGEST_PRODUCT = 64;

  private Powers() {}

  static Interval squared(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    double least = x.mignitude();
    double largest = x.magnitude();
    return new Interval(productDown(least, least), productUp(largest, largest));
  }

  static Interval squareRoot(Interval x) {
    return x.high() >= 0
        ? new Interval(squareRootDown(Math.max(0, x.low())), squareRootUp(x.high()))
        : Interval.EMPTY;
  }

  static Interval power(Interval x, double exponent) {
    if (!Double.isFinite(exponent)) {
      throw new IllegalArgumentException("the exponent is " + exponent);
    }
    if (exponent == Math.rint(exponent)) {
      return integer(x, exponent);
    }
    return exponent == 0.5 ? squareRoot(x) : real(x.intersection(Interval.NON_NEGATIVE), exponent);
  }

  private static Interval integer(Interval x, double n) {
    if (n == 2 || x.isEmpty()) {
      return squared(x);
    }
    if (n <= 0) {
      return n == 0 ? Interval.ONE : power(x, -n).reciprocal();
    }
    if (n % 2 == 0) {
      return new Interval(down(x.mignitude(), n), up(x.magnitude(), n));
    }
    double low = x.low() >= 0 ? down(x.low(), n) : -up(-x.low(), n);
    double high = x.high() >= 0 ? up(x.high(), n) : -down(-x.high(), n);
    return new Interval(low, high);
  }

  /** Returns {x^c} for x >= 0 and c not 0. */
  private static Interval real(Interval x, double c) {
    if (x.isEmpty() || (c < 0 && x.high() == 0)) {
      return Interval.EMPTY;
    }
    return c > 0
        ? new Interval(down(x.low(), c), up(x.high(), c))
        : new Interval(down(x.high(), c), up(x.low(), c));
  }

  /** Returns x^c rounded down, x >= 0. */
  private static double down(double x, double c) {
    if (isExact(x)) {
      return StrictMath.pow(x, c);
    }
    if (isInteger(c) && c <= PRECISE_PRODUCT) {
      return repeatedDown(x, (int) c);
    }
    double lower = Math.max(isAboveOne(x, c) ? 1 : 0, stepsDown(StrictMath.pow(x, c), STEPS));
    return isInteger(c) && c <= LONGEST_PRODUCT ? Math.max(lower, repeatedDown(x, (int) c)) : lower;
  }

  /** Returns x^c rounded up, x >= 0. */
  private static double up(double x, double c) {
    if (isExact(x)) {
      return StrictMath.pow(x, c);
    }
    if (isInteger(c) && c <= PRECISE_PRODUCT) {
      return repeatedUp(x, (int) c);
    }
    double steps = stepsUp(StrictMath.pow(x, c), STEPS);
    double upper = isAboveOne(x, c) ? steps : Math.min(1, steps);
    return isInteger(c) && c <= LONGEST_PRODUCT ? Math.min(upper, repeatedUp(x, (int) c)) : upper;
  }

  /** The powers of 0, 1 and infinity are 0, 1 or infinity. */
  private static boolean isExact(double x) {
    return x == 0 || x == 1 || Double.isInfinite(x);
  }

  private static boolean isAboveOne(double x, double c) {
    return x > 1 == c > 0;
  }

  private static boolean isInteger(double c) {
    return c > 0 && c == Math.rint(c);
  }

  private static double repeatedDown(double x, int n) {
    double result = (n & 1) == 1 ? x : 1;
    double square = x;
    for (int rest = n >> 1; rest > 0; rest >>= 1) {
      square = productDown(square, square);
      result = (rest & 1) == 1 ? productDown(result, square) : result;
    }
    return result;
  }

  private static double repeatedUp(double x, int n) {
    double result = (n & 1) == 1 ? x : 1;
    double square = x;
    for (int rest = n >> 1; rest > 0; rest >>= 1) {
      square = productUp(square, square);
      result = (rest & 1) == 1 ? productUp(result, square) : result;
    }
    return result;
  }
}

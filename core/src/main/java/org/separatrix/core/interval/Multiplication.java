package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productDown;
import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.quotientDown;
import static org.separatrix.core.interval.DirectedRounding.quotientUp;

/**
 * Products and quotients of intervals. The signs of the bounds tell which of them give the extreme
 * results; only where both factors have both signs there are two candidates for each.
 */
final class Multiplication {
  private Multiplication() {}

  static Interval product(Interval x, Interval y) {
    if (x.isEmpty() || y.isEmpty()) {
      return Interval.EMPTY;
    }
    double a = x.low();
    double b = x.high();
    double c = y.low();
    double d = y.high();
    if (a >= 0) {
      return nonNegativeTimes(a, b, c, d);
    }
    if (b <= 0) {
      return nonNegativeTimes(-b, -a, c, d).negated();
    }
    if (c >= 0) {
      return nonNegativeTimes(c, d, a, b);
    }
    if (d <= 0) {
      return nonNegativeTimes(-d, -c, a, b).negated();
    }
    return new Interval(
        Math.min(productDown(a, d), productDown(b, c)), Math.max(productUp(a, c), productUp(b, d)));
  }

  static Interval scaled(Interval x, double factor) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    return factor >= 0
        ? new Interval(productDown(x.low(), factor), productUp(x.high(), factor))
        : new Interval(productDown(x.high(), factor), productUp(x.low(), factor));
  }

  static Interval quotient(Interval x, Interval y) {
    double c = y.low();
    double d = y.high();
    if (x.isEmpty() || y.isEmpty() || (c == 0 && d == 0)) {
      return Interval.EMPTY;
    }
    double a = x.low();
    double b = x.high();
    if (a == 0 && b == 0) {
      return Interval.ZERO;
    }
    if (c < 0 && d > 0) {
      return Interval.ENTIRE;
    }
    return c >= 0 ? byNonNegative(a, b, c, d) : byNonNegative(-b, -a, -d, -c);
  }

  /** Returns [a, b] [c, d] for a >= 0. */
  private static Interval nonNegativeTimes(double a, double b, double c, double d) {
    return new Interval(productDown(c >= 0 ? a : b, c), productUp(d >= 0 ? b : a, d));
  }

  /** Returns [a, b] / [c, d] for 0 <= c <= d, d > 0, and [a, b] not [0, 0]. */
  private static Interval byNonNegative(double a, double b, double c, double d) {
    double low = a >= 0 ? quotientDown(a, d) : lowerQuotient(a, c);
    double high = b <= 0 ? quotientUp(b, d) : -lowerQuotient(-b, c);
    return new Interval(low, high);
  }

  /** Returns a / c rounded down for a < 0 and c >= 0, its limit if c = 0. */
  private static double lowerQuotient(double a, double c) {
    return c == 0 ? Double.NEGATIVE_INFINITY : quotientDown(a, c);
  }
}

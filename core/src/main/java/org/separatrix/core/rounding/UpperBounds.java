package org.separatrix.core.rounding;

import org.separatrix.core.interval.Interval;

/** Sums, products and quotients of bounds: numbers of at least 0, infinite ones included. */
public final class UpperBounds {
  private UpperBounds() {}

  /** Returns a + b rounded up. */
  public static double sum(double a, double b) {
    double sum = a + b;
    return sum < Double.POSITIVE_INFINITY
        ? Interval.point(a).plus(Interval.point(b)).high()
        : Double.POSITIVE_INFINITY;
  }

  /** Returns a b rounded up; 0 times infinity, which is no bound, is infinite. */
  public static double product(double a, double b) {
    double product = a * b;
    return product < Double.POSITIVE_INFINITY
        ? Interval.point(a).times(b).high()
        : Double.POSITIVE_INFINITY;
  }

  /** Returns a / b rounded up; infinite unless b > 0. */
  public static double quotient(double a, double b) {
    return b > 0 && a / b < Double.POSITIVE_INFINITY
        ? Interval.point(a).dividedBy(Interval.point(b)).high()
        : Double.POSITIVE_INFINITY;
  }
}

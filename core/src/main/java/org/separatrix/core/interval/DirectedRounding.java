package org.separatrix.core.interval;

/**
 * Sums, products, quotients and square roots of doubles, rounded down or up.
 *
 * <p>The processor rounds to nearest. The error that it makes is itself a double, and can be
 * computed without error: by the six operations of Knuth and Moller for a sum, by one fused
 * multiply-add for a product, and for a quotient or root the remainder by one as well. Its sign
 * tells on which side of the exact result the rounded one lies, so a step to the neighbouring
 * double is made where it is needed and nowhere else: exact results stay, the others are rounded as
 * tightly as doubles can be.
 *
 * <p>That holds as long as the error does not underflow. Products, dividends and radicands below
 * 2^-960 get a step in any case.
 *
 * <p>Rounding up is rounding the negative down, since rounding to nearest is symmetric. Infinite
 * operands are bounds of unbounded intervals: 0 times infinity is 0, and a finite number by
 * infinity is 0.
 */
final class DirectedRounding {
  /**
   * Where errors are representable. An error is a multiple of the product of two units in the last
   * place, which lie at most 53 binary digits each below factors whose product is this.
   */
  private static final double REMAINDER_IS_EXACT_FROM = 0x1p-960;

  private DirectedRounding() {}

  /** Returns a + b rounded down; a and b are not infinities of opposite sign. */
  static double sumDown(double a, double b) {
    double sum = a + b;
    double second = sum - a;
    double error = (a - (sum - second)) + (b - second);
    // If an operation overflows the error is not a number, and a step is made.
    return error >= 0 ? sum : Math.nextDown(sum);
  }

  /** Returns a + b rounded up; a and b are not infinities of opposite sign. */
  static double sumUp(double a, double b) {
    return -sumDown(-a, -b);
  }

  /** Returns a b rounded down. */
  static double productDown(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double product = a * b;
    if (Math.abs(product) >= REMAINDER_IS_EXACT_FROM) {
      return Math.fma(a, b, -product) >= 0 ? product : Math.nextDown(product);
    }
    return tinyDown(product, a, b);
  }

  /** Returns a b rounded up. */
  static double productUp(double a, double b) {
    return -productDown(-a, b);
  }

  /** Returns a / b rounded down, b not 0, and not both infinite. */
  static double quotientDown(double a, double b) {
    if (a == 0 || Double.isInfinite(b)) {
      return 0;
    }
    double quotient = a / b;
    if (Math.abs(a) < REMAINDER_IS_EXACT_FROM) {
      return tinyDown(quotient, a, b);
    }
    double remainder = Math.fma(-quotient, b, a);
    boolean below = b > 0 ? remainder >= 0 : remainder <= 0;
    return below ? quotient : Math.nextDown(quotient);
  }

  /** Returns a / b rounded up, b not 0, and not both infinite. */
  static double quotientUp(double a, double b) {
    return -quotientDown(-a, b);
  }

  /** Returns the square root of a number, not negative, rounded down. */
  static double squareRootDown(double a) {
    double root = Math.sqrt(a);
    if (a == 0 || Double.isInfinite(a)) {
      return root;
    }
    boolean below = a >= REMAINDER_IS_EXACT_FROM && Math.fma(-root, root, a) >= 0;
    return below ? root : Math.nextDown(root);
  }

  /** Returns the square root of a number, not negative, rounded up. */
  static double squareRootUp(double a) {
    double root = Math.sqrt(a);
    if (a == 0 || Double.isInfinite(a)) {
      return root;
    }
    boolean above = a >= REMAINDER_IS_EXACT_FROM && Math.fma(-root, root, a) <= 0;
    return above ? root : Math.nextUp(root);
  }

  /** Returns the double so many steps below; no step leaves an infinity below. */
  static double stepsDown(double number, int steps) {
    double lower = number;
    for (int i = 0; i < steps; i++) {
      lower = Math.nextDown(lower);
    }
    return lower;
  }

  /** Returns the double so many steps above; no step leaves an infinity above. */
  static double stepsUp(double number, int steps) {
    return -stepsDown(-number, steps);
  }

  /** A step down, but not below 0 if the exact result, with the signs of a and b, is positive. */
  private static double tinyDown(double rounded, double a, double b) {
    return rounded == 0 && a > 0 == b > 0 ? 0 : Math.nextDown(rounded);
  }
}

package org.separatrix.core.extended;

/**
 * A number m 2^e with the 53 bits of a double and an exponent of 64 bits.
 *
 * <p>Each operation is the exact result rounded once to 53 bits, ties to even: where no double
 * overflows, underflows or is subnormal, it gives the double that Java's operators give, bit for
 * bit. Infinities, NaN and signed zeros follow IEEE 754.
 *
 * @param significand m, with 1 &lt;= |m| &lt; 2, or a zero, an infinity or NaN
 * @param exponent e; 0 if m is not in that range; magnitudes up to 2^62 are meant
 */
public record ExtendedNumber(double significand, long exponent) {
  /** The number 0. */
  public static final ExtendedNumber ZERO = new ExtendedNumber(0, 0);

  /** The number 1. */
  public static final ExtendedNumber ONE = new ExtendedNumber(1, 0);

  /** Beyond this shift an addend is smaller than the last bit of an exact product. */
  private static final int FAR = 200;

  /** A double's exponent outside of which the range of doubles is not far. */
  private static final int SAFE = 1000;

  private static final double LN_2 = Math.log(2);

  /** Checks that the significand is normalized. */
  public ExtendedNumber {
    boolean special = significand == 0 || !Double.isFinite(significand);
    if (special ? exponent != 0 : Math.getExponent(significand) != 0) {
      throw new IllegalArgumentException(
          "significand %s with exponent %d is not normalized".formatted(significand, exponent));
    }
  }

  /**
   * Returns a double.
   *
   * @param value its value
   */
  public static ExtendedNumber of(double value) {
    return scaled(value, 0);
  }

  /**
   * Returns value 2^exponent.
   *
   * @param value a double
   * @param exponent any exponent
   */
  static ExtendedNumber scaled(double value, long exponent) {
    if (value == 0 || !Double.isFinite(value)) {
      return new ExtendedNumber(value, 0);
    }
    double number = value;
    long shift = exponent;
    if (Math.abs(number) < Double.MIN_NORMAL) {
      number *= 0x1p64;
      shift -= 64;
    }
    int own = Math.getExponent(number);
    return new ExtendedNumber(Math.scalb(number, -own), shift + own);
  }

  /** Returns the nearest double: 0, subnormal or infinite if the exponent leaves no other. */
  public double toDouble() {
    return Math.scalb(significand, (int) Math.max(-4000, Math.min(4000, exponent)));
  }

  /** Tells whether the number is 0. */
  public boolean isZero() {
    return significand == 0;
  }

  /** Tells whether the number is neither infinite nor NaN. */
  public boolean isFinite() {
    return Double.isFinite(significand);
  }

  /** Tells whether the number is not 0, and so near to 0 that doubles lose bits of it, or all. */
  public boolean isBelowDoubles() {
    return significand != 0 && isFinite() && exponent < Double.MIN_EXPONENT;
  }

  /** Tells whether doubles near this number have full precision with room to spare. */
  boolean isWellInsideDoubles() {
    return Math.abs(exponent) <= SAFE;
  }

  /** Returns ln|m 2^e|; -infinity for 0. */
  public double logarithm() {
    return Math.log(Math.abs(significand)) + exponent * LN_2;
  }

  /** Returns the number with the other sign. */
  public ExtendedNumber negated() {
    return new ExtendedNumber(-significand, exponent);
  }

  /**
   * Returns the sum.
   *
   * @param other the addend
   */
  public ExtendedNumber plus(ExtendedNumber other) {
    return ONE.timesPlus(this, other);
  }

  /**
   * Returns the difference.
   *
   * @param other what is subtracted
   */
  public ExtendedNumber minus(ExtendedNumber other) {
    return plus(other.negated());
  }

  /**
   * Returns the product.
   *
   * @param factor the other factor
   */
  public ExtendedNumber times(ExtendedNumber factor) {
    return scaled(significand * factor.significand, exponent + factor.exponent);
  }

  /**
   * Returns this times a factor plus an addend, rounded once.
   *
   * @param factor the factor
   * @param addend the addend
   */
  public ExtendedNumber timesPlus(ExtendedNumber factor, ExtendedNumber addend) {
    double m = significand;
    double n = factor.significand;
    double a = addend.significand;
    long base = exponent + factor.exponent;
    boolean regular = m * n != 0 && a != 0 && Double.isFinite(m * n) && Double.isFinite(a);
    if (!regular) {
      return m * n == 0 && a != 0 && Double.isFinite(a) ? addend : specialSum(m * n, a, base);
    }
    long shift = addend.exponent - base;
    // Further away the smaller term decides the direction of rounding alone, which FAR keeps.
    return shift <= FAR
        ? scaled(Math.fma(m, n, Math.scalb(a, (int) Math.max(-FAR, shift))), base)
        : scaled(Math.fma(Math.scalb(m, -FAR), n, a), addend.exponent);
  }

  private static ExtendedNumber specialSum(double product, double addend, long exponent) {
    return Double.isFinite(product) && addend == 0 && product != 0
        ? scaled(product, exponent)
        : new ExtendedNumber(product + addend, 0);
  }

  /**
   * Returns the quotient.
   *
   * @param divisor the divisor
   */
  public ExtendedNumber dividedBy(ExtendedNumber divisor) {
    return scaled(significand / divisor.significand, exponent - divisor.exponent);
  }

  /** Returns the square root; NaN of a negative number. */
  public ExtendedNumber squareRoot() {
    return (exponent & 1) == 0
        ? scaled(Math.sqrt(significand), exponent / 2)
        : scaled(Math.sqrt(2 * significand), Math.floorDiv(exponent, 2));
  }

  /**
   * Compares magnitudes.
   *
   * @param other another number, neither of them NaN
   * @return negative, 0 or positive as |this| is less than, equal to or greater than |other|
   */
  public int compareMagnitude(ExtendedNumber other) {
    boolean sameScale =
        isZero()
            || other.isZero()
            || !isFinite()
            || !other.isFinite()
            || exponent == other.exponent;
    return sameScale
        ? Double.compare(Math.abs(significand), Math.abs(other.significand))
        : Long.compare(exponent, other.exponent);
  }
}

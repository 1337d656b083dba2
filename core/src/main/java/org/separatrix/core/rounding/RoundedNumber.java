package org.separatrix.core.rounding;

import org.separatrix.core.interval.Interval;

/**
 * A number that is computed, for all points of a box.
 *
 * <p>Operations carry on the errors of their operands, by the mean value theorem; {@link #rounded}
 * adds that of the result. What may be undefined or overflow is unknown, and what is computed from
 * it, too: 0 times it may be no number.
 *
 * @param value contains the exact and the computed number
 * @param error contains the computed minus the exact one
 */
record RoundedNumber(Interval value, Interval error) {
  private static final RoundedNumber UNKNOWN = new RoundedNumber(Interval.ENTIRE, Interval.ENTIRE);

  static RoundedNumber exact(Interval value) {
    return of(value, Interval.ZERO);
  }

  static RoundedNumber constant(double number) {
    return Double.isFinite(number) ? exact(Interval.point(number)) : UNKNOWN;
  }

  private static RoundedNumber of(Interval value, Interval error) {
    boolean known = !value.isEmpty() && !error.isEmpty() && value.isBounded() && error.isBounded();
    return known ? new RoundedNumber(value, error) : UNKNOWN;
  }

  private boolean isUnknown() {
    return !value.isBounded();
  }

  /**
   * Rounds the result of an operation.
   *
   * @param units how far from its exact result it may be, in units in the last place
   */
  RoundedNumber rounded(double units) {
    if (isUnknown()) {
      return UNKNOWN;
    }
    double unit = Math.max(Double.MIN_VALUE, units * Math.ulp(value.magnitude()));
    return of(value.inflated(unit), error.inflated(unit));
  }

  RoundedNumber negated() {
    return new RoundedNumber(value.negated(), error.negated());
  }

  RoundedNumber plus(RoundedNumber other) {
    return isUnknown() || other.isUnknown()
        ? UNKNOWN
        : of(value.plus(other.value), error.plus(other.error));
  }

  /** x'y' - x y = x'(y' - y) + y (x' - x). */
  RoundedNumber times(RoundedNumber other) {
    return isUnknown() || other.isUnknown()
        ? UNKNOWN
        : of(value.times(other.value), value.times(other.error).plus(other.value.times(error)));
  }

  RoundedNumber squared() {
    return image(value.squared(), value.times(2));
  }

  /** x'/y' - x/y = ((x' - x) - (x/y)(y' - y)) / y'. */
  RoundedNumber dividedBy(RoundedNumber divisor) {
    if (isUnknown() || divisor.isUnknown() || divisor.value.mignitude() == 0) {
      return UNKNOWN;
    }
    Interval quotient = value.dividedBy(divisor.value);
    return of(quotient, error.minus(quotient.times(divisor.error)).dividedBy(divisor.value));
  }

  RoundedNumber squareRoot() {
    if (!(value.low() >= 0)) {
      return UNKNOWN;
    }
    Interval root = value.sqrt();
    return image(root, root.times(2).reciprocal());
  }

  RoundedNumber power(double exponent) {
    boolean isInteger = exponent == Math.rint(exponent);
    boolean isDefined = value.low() > 0 || (isInteger && (exponent >= 0 || value.mignitude() > 0));
    if (!isDefined || isUnknown()) {
      return UNKNOWN;
    }
    // The exponent of the slope may have no double; the power is monotonic in it.
    Interval less = Interval.point(exponent).minus(Interval.ONE);
    Interval slope = value.power(less.low()).hull(value.power(less.high()));
    return image(value.power(exponent), slope.times(exponent));
  }

  RoundedNumber sin() {
    return image(value.sin(), value.cos());
  }

  RoundedNumber cos() {
    return image(value.cos(), value.sin().negated());
  }

  RoundedNumber tan() {
    Interval tangent = value.tan();
    return image(tangent, tangent.squared().plus(Interval.ONE));
  }

  RoundedNumber exp() {
    Interval power = value.exp();
    return image(power, power);
  }

  RoundedNumber log() {
    return value.low() > 0 ? image(value.log(), value.reciprocal()) : UNKNOWN;
  }

  RoundedNumber tanh() {
    Interval tangent = value.tanh();
    return image(tangent, Interval.ONE.minus(tangent.squared()));
  }

  /** A function whose derivative on the value is known; an exact number keeps the error 0. */
  private RoundedNumber image(Interval image, Interval slope) {
    if (isUnknown()) {
      return UNKNOWN;
    }
    return of(image, error.equals(Interval.ZERO) ? Interval.ZERO : slope.times(error));
  }
}

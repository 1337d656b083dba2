package org.separatrix.core.region;

import java.util.function.UnaryOperator;
import org.separatrix.core.interval.Interval;

/**
 * Numbers of a range, each known with an error.
 *
 * <p>Operations apply the exact operation to wrong operands; {@link #rounded} and {@link
 * #computedWithin} add what rounding the result does. Where an operation may be undefined, or near
 * enough to overflow, the error is infinite.
 *
 * @param range contains the exact numbers
 * @param error bounds the distance of the approximate number from the exact one, at least 0
 */
record Approximation(Interval range, double error) {
  private static final Approximation UNKNOWN =
      new Approximation(Interval.ENTIRE, Double.POSITIVE_INFINITY);

  /** Half a unit in the last place, relative to the number. */
  private static final double UNIT = 0x1p-53;

  /** The smallest double: what rounding may do to numbers below the normal ones. */
  private static final double TINY = Double.MIN_VALUE;

  /** Numbers beyond it might overflow. */
  private static final double HUGE = 0x1p1020;

  static Approximation exact(Interval range) {
    return of(range, 0);
  }

  private static Approximation of(Interval range, double error) {
    boolean known =
        !range.isEmpty() && error < HUGE && range.isBounded() && range.magnitude() < HUGE;
    return known ? new Approximation(range, error) : UNKNOWN;
  }

  private boolean isUnknown() {
    return Double.isInfinite(error);
  }

  /** Contains exact and approximate numbers. */
  private Interval seen() {
    return range.inflated(error);
  }

  /** Rounds to the nearest double. */
  Approximation rounded() {
    return computedWithin(0.5);
  }

  /**
   * Adds the error of a computed function.
   *
   * @param ulps in units in the last place of the exact result, of which one is at most 2^-52 of it
   */
  Approximation computedWithin(double ulps) {
    if (isUnknown()) {
      return UNKNOWN;
    }
    double rounding =
        Rounding.sum(Rounding.product(2 * ulps * UNIT, seen().magnitude()), 2 * ulps * TINY);
    return of(range, Rounding.sum(error, rounding));
  }

  Approximation negated() {
    return new Approximation(range.negated(), error);
  }

  Approximation plus(Approximation other) {
    return isUnknown() || other.isUnknown()
        ? UNKNOWN
        : of(range.plus(other.range), Rounding.sum(error, other.error));
  }

  /** |a b - a' b'| <= |a'| |b - b'| + |b| |a - a'|. */
  Approximation times(Approximation other) {
    if (isUnknown() || other.isUnknown()) {
      return UNKNOWN;
    }
    double wrong =
        Rounding.sum(
            Rounding.product(seen().magnitude(), other.error),
            Rounding.product(other.range.magnitude(), error));
    return of(range.times(other.range), wrong);
  }

  /** |a/b - a'/b'| <= (|a - a'| + |a/b| |b - b'|) / |b'|. */
  Approximation dividedBy(Approximation other) {
    if (isUnknown() || other.isUnknown() || other.seen().mignitude() == 0) {
      return UNKNOWN;
    }
    Interval quotient = range.dividedBy(other.range);
    double wrong = Rounding.sum(error, Rounding.product(quotient.magnitude(), other.error));
    return of(quotient, Rounding.quotient(wrong, other.seen().mignitude()));
  }

  Approximation squareRoot() {
    return isUnknown() || !(range.low() >= 0 && seen().low() >= 0)
        ? UNKNOWN
        : function(Interval::sqrt, x -> x.sqrt().times(2).reciprocal());
  }

  Approximation power(double exponent) {
    return isUnknown() || !(seen().low() > 0)
        ? UNKNOWN
        : function(x -> x.power(exponent), x -> x.power(exponent - 1).times(exponent));
  }

  Approximation sin() {
    return function(Interval::sin, Interval::cos);
  }

  Approximation cos() {
    return function(Interval::cos, Interval::sin);
  }

  Approximation tan() {
    return function(Interval::tan, x -> x.tan().squared().plus(Interval.ONE));
  }

  Approximation exp() {
    return function(Interval::exp, Interval::exp);
  }

  Approximation log() {
    return isUnknown() || !(seen().low() > 0)
        ? UNKNOWN
        : function(Interval::log, Interval::reciprocal);
  }

  Approximation tanh() {
    return function(Interval::tanh, x -> Interval.ONE);
  }

  /** |f(a) - f(a')| <= sup |f'| |a - a'|. */
  private Approximation function(UnaryOperator<Interval> f, UnaryOperator<Interval> slope) {
    if (isUnknown()) {
      return UNKNOWN;
    }
    double wrong = error == 0 ? 0 : Rounding.product(slope.apply(seen()).magnitude(), error);
    return of(f.apply(range), wrong);
  }
}

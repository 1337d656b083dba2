package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.sumDown;
import static org.separatrix.core.interval.DirectedRounding.sumUp;

/**
 * A closed interval of real numbers {x : low <= x <= high}, whose bounds are doubles, infinite ones
 * included; the empty set is one as well.
 *
 * <p>Operations follow IEEE 1788-2015, set-based flavor: the result of f on X contains f(x) for all
 * real x of X where f is defined, and is empty if there is none. Bounds are rounded outward. Sums,
 * products, quotients and square roots that are doubles are not widened, and those that are not get
 * the next double outside, see {@link DirectedRounding}; what the elementary functions add is said
 * with them. Each operation is inclusion isotonic: smaller operands give a subset.
 *
 * @param low the lower bound, below +infinity; +infinity for the empty set. -0 becomes 0
 * @param high the upper bound, above -infinity; -infinity for the empty set. -0 becomes 0
 */
public record Interval(double low, double high) {
  /** The empty set. */
  public static final Interval EMPTY =
      new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** The real line. */
  public static final Interval ENTIRE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** [0, infinity]. */
  static final Interval NON_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

  /** [0, 0]. */
  public static final Interval ZERO = new Interval(0, 0);

  /** [1, 1]. */
  public static final Interval ONE = new Interval(1, 1);

  /** Checks that the bounds are in order. */
  public Interval {
    // Adding 0 changes -0 alone.
    low += 0.0;
    high += 0.0;
    boolean ordered =
        low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY;
    if (!ordered && !(low == Double.POSITIVE_INFINITY && high == Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "[%s, %s] is no interval: the lower bound exceeds the upper one, or no number lies between"
              .formatted(low, high));
    }
  }

  /**
   * Returns the interval of a single number; the real line for a result that overflowed or is not a
   * number, of which nothing is known.
   *
   * @param number the number
   */
  public static Interval point(double number) {
    return Double.isFinite(number) ? new Interval(number, number) : ENTIRE;
  }

  /** Tells whether there is no number in this interval. */
  public boolean isEmpty() {
    return low > high;
  }

  /** Tells whether this interval is a single number. */
  public boolean isPoint() {
    return low == high;
  }

  /** Tells whether this interval lies between two numbers; the empty one does. */
  public boolean isBounded() {
    return isEmpty() || (low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY);
  }

  /** Tells whether a number lies in this interval; infinities and NaN do not. */
  public boolean contains(double number) {
    return low <= number && number <= high && !Double.isInfinite(number);
  }

  /** Tells whether an interval is a subset of this one. */
  public boolean contains(Interval other) {
    return other.isEmpty() || (low <= other.low && other.high <= high);
  }

  /** Tells whether this interval lies in the topological interior of another one. */
  public boolean isInteriorTo(Interval other) {
    return isEmpty()
        || ((other.low < low || other.low == Double.NEGATIVE_INFINITY)
            && (high < other.high || other.high == Double.POSITIVE_INFINITY));
  }

  /** Returns the numbers that lie in both intervals. */
  public Interval intersection(Interval other) {
    double lower = Math.max(low, other.low);
    double upper = Math.min(high, other.high);
    return lower <= upper ? new Interval(lower, upper) : EMPTY;
  }

  /** Returns the smallest interval that contains both. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** Returns high - low rounded up, NaN for the empty interval. */
  public double width() {
    return isEmpty() ? Double.NaN : sumUp(high, -low);
  }

  /**
   * Returns a number of this interval at or next to its center: 0 for the real line, the largest or
   * the smallest double for a half-line, NaN for the empty interval.
   */
  public double midpoint() {
    if (!isBounded()) {
      return low > Double.NEGATIVE_INFINITY
          ? Double.MAX_VALUE
          : high < Double.POSITIVE_INFINITY ? -Double.MAX_VALUE : 0;
    }
    double sum = low + high;
    return Double.isInfinite(sum) ? low / 2 + high / 2 : sum / 2;
  }

  /** Returns the smallest double r such that all x have |x - midpoint| <= r, NaN if empty. */
  public double radius() {
    double center = midpoint();
    return isEmpty() ? Double.NaN : Math.max(sumUp(high, -center), sumUp(center, -low));
  }

  /** Returns the largest |x|, NaN for the empty interval. */
  public double magnitude() {
    return isEmpty() ? Double.NaN : Math.max(-low, high);
  }

  /** Returns the smallest |x|, NaN for the empty interval. */
  public double mignitude() {
    return isEmpty() ? Double.NaN : Math.max(0, Math.max(low, -high));
  }

  /** Returns this interval made wider by a number, at least 0, on either side. */
  public Interval inflated(double margin) {
    return isEmpty() ? EMPTY : new Interval(sumDown(low, -margin), sumUp(high, margin));
  }

  /** Returns {-x}. */
  public Interval negated() {
    return new Interval(-high, -low);
  }

  /** Returns {|x|}. */
  public Interval abs() {
    return low >= 0 || isEmpty() ? this : new Interval(mignitude(), magnitude());
  }

  /** Returns {x + y}. */
  public Interval plus(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(sumDown(low, other.low), sumUp(high, other.high));
  }

  /** Returns {x - y}. */
  public Interval minus(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(sumDown(low, -other.high), sumUp(high, -other.low));
  }

  /** Returns {x y}. */
  public Interval times(Interval other) {
    return Multiplication.product(this, other);
  }

  /** Returns {x c}, c finite. */
  public Interval times(double factor) {
    return Multiplication.scaled(this, factor);
  }

  /**
   * Returns the closure of {x / y : y not 0}: the real line if 0 lies inside the divisor, a
   * half-line if it is one of its bounds, empty if the divisor is [0, 0].
   */
  public Interval dividedBy(Interval divisor) {
    return Multiplication.quotient(this, divisor);
  }

  /** Returns the closure of {1 / x : x not 0}. */
  public Interval reciprocal() {
    return ONE.dividedBy(this);
  }

  /** Returns {x^2}, which has no negative numbers. */
  public Interval squared() {
    return Powers.squared(this);
  }

  /**
   * Returns the closure of {x^c}. For an integer c all x count, else those that are not negative;
   * where c < 0, x = 0 is left out. Even powers have no negative numbers, x^0 is 1.
   *
   * @param exponent c, finite
   */
  public Interval power(double exponent) {
    return Powers.power(this, exponent);
  }

  /** Returns the square roots of x >= 0. */
  public Interval sqrt() {
    return Powers.squareRoot(this);
  }

  /** Returns {e^x}. */
  public Interval exp() {
    return ElementaryEnclosures.exp(this);
  }

  /** Returns the closure of {log x : x > 0}. */
  public Interval log() {
    return ElementaryEnclosures.log(this);
  }

  /** Returns {tanh x}. */
  public Interval tanh() {
    return ElementaryEnclosures.tanh(this);
  }

  /** Returns {sin x}. */
  public Interval sin() {
    return Trigonometry.sin(this);
  }

  /** Returns {cos x}. */
  public Interval cos() {
    return Trigonometry.cos(this);
  }

  /** Returns the closure of {tan x}, the real line if there is a pole in this interval. */
  public Interval tan() {
    return Trigonometry.tan(this);
  }

  /** Returns the bounds in brackets, or {@code empty}. */
  @Override
  public String toString() {
    return isEmpty() ? "empty" : "[" + low + ", " + high + "]";
  }
}

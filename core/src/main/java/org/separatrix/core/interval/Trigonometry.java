package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.stepsDown;

/**
 * Sine, cosine and tangent of intervals.
 *
 * <p>The multiples of pi/2 part the line into quadrants, numbered modulo 4 by k in [k pi/2, (k + 1)
 * pi/2). Within one, each function is monotonic. An interval is shorter than 2 pi or has the whole
 * range; if it is shorter, the quadrants of its bounds tell which multiples of pi/2 lie inside, and
 * so whether a maximum, a minimum or a pole does.
 *
 * <p>The quadrant of a double follows from the signs of its sine and cosine, which {@link
 * StrictMath} computes with an error below 1 unit in the last place for arguments of any size. No
 * double other than 0 comes so close to a multiple of pi/2 that the sign could be wrong: the
 * smallest |sin| or |cos| beyond |x| = 1 is 4.7e-19 (Kahan 1983, at 6381956970095103 2^797). Should
 * it ever seem so, the whole range is returned.
 *
 * <p>Results are moved outward by {@value #STEPS} steps as in {@link ElementaryEnclosures}, and
 * kept in [-1, 1] for sine and cosine; sin 0 = tan 0 = 0 and cos 0 = 1 are exact.
 */
final class Trigonometry {
  private static final Interval RANGE = new Interval(-1, 1);
  private static final int STEPS = 2;

  /** A double below 2 pi by 2.4e-16. */
  private static final double BELOW_TWO_PI = 2 * Math.PI;

  private static final double TWO_OVER_PI = 2 / Math.PI;

  /** Up to it, x times {@link #TWO_OVER_PI} has an error far below {@link #CLEAR}. */
  private static final double MODERATE = 1e6;

  /** This far from an integer, in units of pi/2, the rounded quotient shows the quadrant. */
  private static final double CLEAR = 1e-6;

  /** Smaller values of sine and cosine than the smallest possible one. */
  private static final double IMPOSSIBLE = 1e-19;

  private static final int UNDECIDED = -1;

  private Trigonometry() {}

  static Interval sin(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    int first = quadrant(x.low());
    int entered = entered(x, first);
    return entered == UNDECIDED
        ? RANGE
        : range(StrictMath.sin(x.low()), StrictMath.sin(x.high()), first, entered);
  }

  static Interval cos(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    if (x.low() == 0 && x.high() == 0) {
      return Interval.ONE;
    }
    int first = quadrant(x.low());
    int entered = entered(x, first);
    // cos x = sin (x + pi/2)
    return entered == UNDECIDED
        ? RANGE
        : range(StrictMath.cos(x.low()), StrictMath.cos(x.high()), first + 1, entered);
  }

  static Interval tan(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    int first = quadrant(x.low());
    int entered = entered(x, first);
    if (entered == UNDECIDED || enters(1, first, entered) || enters(3, first, entered)) {
      return Interval.ENTIRE;
    }
    return new Interval(down(StrictMath.tan(x.low())), -down(-StrictMath.tan(x.high())));
  }

  /** The range of the sine between arguments with the values a and b. */
  private static Interval range(double a, double b, int first, int entered) {
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return new Interval(
        enters(3, first, entered) ? -1 : Math.max(-1, down(low)),
        enters(1, first, entered) ? 1 : Math.min(1, -down(-high)));
  }

  /** The computed value has the right sign, and is 0 for the argument 0 alone. */
  private static double down(double value) {
    double lower = stepsDown(value, STEPS);
    return value >= 0 ? Math.max(0, lower) : lower;
  }

  /** Returns how many quadrants are entered on the way through x, at most 4, or UNDECIDED. */
  private static int entered(Interval x, int first) {
    double width = x.width();
    if (!(width <= BELOW_TWO_PI)) {
      return UNDECIDED;
    }
    int last = quadrant(x.high());
    if (first == UNDECIDED || last == UNDECIDED) {
      return UNDECIDED;
    }
    int difference = (last - first) & 3;
    // The same quadrant: less than pi/2 away, or once around, which is more than 3 pi/2.
    return difference == 0 && width > Math.PI ? 4 : difference;
  }

  /** Tells whether a quadrant is among those entered after the first one. */
  private static boolean enters(int quadrant, int first, int entered) {
    return ((quadrant - first - 1) & 3) < entered;
  }

  private static int quadrant(double x) {
    if (Math.abs(x) <= 1) {
      return x >= 0 ? 0 : 3;
    }
    if (Math.abs(x) <= MODERATE) {
      double quotient = x * TWO_OVER_PI;
      double floor = Math.floor(quotient);
      if (Math.abs(quotient - floor - 0.5) < 0.5 - CLEAR) {
        return (int) floor & 3;
      }
    }
    return quadrantBySigns(StrictMath.sin(x), StrictMath.cos(x));
  }

  private static int quadrantBySigns(double sin, double cos) {
    if (!(Math.min(Math.abs(sin), Math.abs(cos)) > IMPOSSIBLE)) {
      return UNDECIDED;
    }
    if (sin > 0) {
      return cos > 0 ? 0 : 1;
    }
    return cos < 0 ? 2 : 3;
  }
}

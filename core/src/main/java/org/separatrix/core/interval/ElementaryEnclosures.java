package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.stepsDown;
import static org.separatrix.core.interval.DirectedRounding.stepsUp;

/**
 * Exponential, logarithm and hyperbolic tangent of intervals. All three increase, so the bounds
 * give the bounds.
 *
 * <p>They are computed by {@link StrictMath}, whose algorithms are those of fdlibm, and moved
 * outward by the error that {@link Math} promises: 1 unit in the last place for exp and log, 2.5
 * for tanh. Such a unit is the distance of the doubles around the exact result. Beyond a power of 2
 * units are twice as large as on the side of the computed result, so twice as many steps are made
 * as units are promised; anywhere else that leaves a margin as large as the error itself.
 *
 * <p>Since fdlibm's functions are semi-monotonic, which {@link Math} promises, too, the enclosures
 * are inclusion isotonic. Containment does not rest on it. Results are kept inside the range of the
 * function, and on the right side of exp 0 = 1, log 1 = 0 and tanh 0 = 0, which are exact.
 */
final class ElementaryEnclosures {
  private static final int STEPS = 2;
  private static final int TANH_STEPS = 5;

  private ElementaryEnclosures() {}

  static Interval exp(Interval x) {
    return x.isEmpty() ? Interval.EMPTY : new Interval(expDown(x.low()), expUp(x.high()));
  }

  static Interval log(Interval x) {
    return x.high() <= 0
        ? Interval.EMPTY
        : new Interval(logDown(Math.max(0, x.low())), logUp(x.high()));
  }

  static Interval tanh(Interval x) {
    return x.isEmpty() ? Interval.EMPTY : new Interval(-tanhUp(-x.low()), tanhUp(x.high()));
  }

  private static double expDown(double x) {
    double lower = stepsDown(StrictMath.exp(x), STEPS);
    return x >= 0 ? Math.max(1, lower) : Math.max(0, lower);
  }

  private static double expUp(double x) {
    double upper = stepsUp(StrictMath.exp(x), STEPS);
    return x <= 0 ? Math.min(1, upper) : upper;
  }

  private static double logDown(double x) {
    double lower = stepsDown(StrictMath.log(x), STEPS);
    return x >= 1 ? Math.max(0, lower) : lower;
  }

  private static double logUp(double x) {
    double upper = stepsUp(StrictMath.log(x), STEPS);
    return x <= 1 ? Math.min(0, upper) : upper;
  }

  private static double tanhUp(double x) {
    double upper = stepsUp(StrictMath.tanh(x), TANH_STEPS);
    return x <= 0 ? Math.min(0, upper) : Math.min(1, upper);
  }
}

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
 * function, and exp 0 = 1, log 1 = 0, tanh 0 = 0 are exact.
 */
final class ElementaryEnclosures {
  private static final int STEPS = 2;
  private static final int TANH_STEPS = 5;

  private ElementaryEnclosures() {}

  static Interval exp(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    double low = StrictMath.exp(x.low());
    double high = StrictMath.exp(x.high());
    return new Interval(
        x.low() == 0 ? 1 : Math.max(0, stepsDown(low, STEPS)),
        x.high() == 0 ? 1 : stepsUp(high, STEPS));
  }

  static Interval log(Interval x) {
    if (x.high() <= 0) {
      return Interval.EMPTY;
    }
    double low = StrictMath.log(Math.max(0, x.low()));
    double high = StrictMath.log(x.high());
    return new Interval(
        x.low() == 1 ? 0 : stepsDown(low, STEPS), x.high() == 1 ? 0 : stepsUp(high, STEPS));
  }

  static Interval tanh(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    double low = StrictMath.tanh(x.low());
    double high = StrictMath.tanh(x.high());
    return new Interval(
        x.low() == 0 ? 0 : Math.max(-1, stepsDown(low, TANH_STEPS)),
        x.high() == 0 ? 0 : Math.min(1, stepsUp(high, TANH_STEPS)));
  }
}

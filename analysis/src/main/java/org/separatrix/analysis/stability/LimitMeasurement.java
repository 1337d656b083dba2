package org.separatrix.analysis.stability;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.separatrix.analysis.rate.ContractionMeasurement;
import org.separatrix.analysis.rate.LocalLinearity;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;

/**
 * The factor of the step at which a minimum ceases to attract, by bisection on the map itself.
 *
 * <p>For each factor, runs beside the minimum tell the exponent by which their distance grows or
 * shrinks per step, with the error (4 + ln d)/N of N steps and six standard errors. Only a sign
 * beyond that error counts, so the limit lies between the two factors.
 *
 * @param stable largest factor at which the distance was seen to shrink
 * @param unstable smallest factor at which it was seen to grow
 */
record LimitMeasurement(double stable, double unstable) {
  private static final int DOUBLINGS = 24;
  private static final int BISECTIONS = 40;
  private static final double STANDARD_ERRORS = 6;

  /**
   * What was measured at one factor.
   *
   * @param exponent ln of the factor by which the distance changes per step
   * @param error of the exponent
   */
  record Exponent(double exponent, double error) {
    boolean shrinks() {
      return exponent < -error;
    }

    boolean grows() {
      return exponent > error;
    }
  }

  /**
   * Measures the exponent of a map at a fixed point.
   *
   * @param map the step
   * @param point the fixed point
   * @param local starts around it
   * @param steps steps from each start
   */
  static Exponent exponent(StepMap map, CriticalPoint point, LocalLinearity local, int steps) {
    ContractionMeasurement measured =
        ContractionMeasurement.measure(map, point.x(), local.starts(), steps);
    double error =
        (4 + Math.log(map.dimension())) / steps + STANDARD_ERRORS * measured.standardError();
    return new Exponent(measured.logarithm(), error);
  }

  /**
   * Looks for the limit.
   *
   * @param exponents measures the exponent at a factor
   * @param guess where to begin
   * @return empty if the distance shrinks, or grows, at all factors tried
   */
  static Optional<LimitMeasurement> find(DoubleFunction<Exponent> exponents, double guess) {
    double low = guess / 2;
    double high = 2 * guess;
    int tries = 0;
    while (!exponents.apply(low).shrinks()) {
      low /= 2;
      if (++tries > DOUBLINGS) {
        return Optional.empty();
      }
    }
    tries = 0;
    while (!exponents.apply(high).grows()) {
      high *= 2;
      if (++tries > DOUBLINGS) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = Math.sqrt(low * high);
      Exponent exponent = exponents.apply(middle);
      if (exponent.shrinks()) {
        low = middle;
      } else if (exponent.grows()) {
        high = middle;
      } else {
        return Optional.of(narrowed(exponents, low, middle, high));
      }
    }
    return Optional.of(new LimitMeasurement(low, high));
  }

  /** Comes from both sides as close as a sign can be told. */
  private static LimitMeasurement narrowed(
      DoubleFunction<Exponent> exponents, double low, double unclear, double high) {
    double stable = low;
    double unstable = high;
    double below = unclear;
    double above = unclear;
    for (int i = 0; i < BISECTIONS / 4; i++) {
      double left = Math.sqrt(stable * below);
      if (exponents.apply(left).shrinks()) {
        stable = left;
      } else {
        below = left;
      }
      double right = Math.sqrt(unstable * above);
      if (exponents.apply(right).grows()) {
        unstable = right;
      } else {
        above = right;
      }
    }
    return new LimitMeasurement(stable, unstable);
  }

  double middle() {
    return 0.5 * (stable + unstable);
  }
}

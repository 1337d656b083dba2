package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;

/**
 * What a bound of the gradient's Lipschitz constant proves of gradient descent, rounded to the safe
 * side.
 *
 * @param lipschitz L, a bound from above of the Hessian's spectral norm on the region considered,
 *     convex and open and mapped into itself
 */
public record StepBounds(double lipschitz) {
  /** Checks the bound. */
  public StepBounds {
    if (!(lipschitz > 0)) {
      throw new IllegalArgumentException(
          "the Lipschitz constant of the gradient is %s, not positive".formatted(lipschitz));
    }
  }

  /**
   * Returns a number at most 1/L: below it, saddles are avoided by almost all starts (Lee,
   * Simchowitz, Jordan and Recht 2016, theorem 4; Panageas and Piliouras 2017 for a region).
   */
  public double avoidance() {
    return lipschitz < Double.POSITIVE_INFINITY ? quotient(1) : 0;
  }

  /** Returns a number at most 2/L: below it, f does not increase (the descent lemma). */
  public double descent() {
    return lipschitz < Double.POSITIVE_INFINITY ? quotient(2) : 0;
  }

  /**
   * Returns a number at most 1 - alpha L, by which |g(x) - g(y)| &gt;= (1 - alpha L) |x - y|: the
   * map is injective if it is positive.
   *
   * @param alpha the step size
   */
  public double injectivity(double alpha) {
    return lipschitz < Double.POSITIVE_INFINITY
        ? Interval.ONE.minus(Interval.point(alpha).times(lipschitz)).low()
        : Double.NEGATIVE_INFINITY;
  }

  private double quotient(double numerator) {
    return Interval.point(numerator).dividedBy(Interval.point(lipschitz)).low();
  }
}

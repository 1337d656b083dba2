package org.separatrix.runner.plan;

import java.util.SplittableRandom;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.CompiledFormula;

/**
 * Looks whether a formula has a finite value anywhere: of one that has none, a study would find
 * that it has no critical points.
 */
final class FiniteValues {
  private static final int LANES = 16;
  private static final int MOST_POINTS = 4096;
  private static final int MOST_NUMBERS = 1 << 20;

  private FiniteValues() {}

  /**
   * Checks a formula at the center of its domain and at random points of it, up to the first that
   * will do.
   *
   * @throws IllegalArgumentException if it is finite at none of them
   */
  static void check(Objective objective, Box domain) {
    int dimension = objective.dimension();
    if (!(objective instanceof CompiledFormula) || domain.dimension() != dimension) {
      return;
    }
    int points = Math.max(LANES, Math.min(MOST_POINTS, MOST_NUMBERS / dimension / LANES * LANES));
    SplittableRandom random = new SplittableRandom(0);
    double[][] x = new double[dimension][LANES];
    double[] f = new double[LANES];
    for (int done = 0; done < points; done += LANES) {
      draw(domain, random, x);
      if (done == 0) {
        center(domain, x);
      }
      objective.value(x, f, LANES);
      for (double value : f) {
        if (Double.isFinite(value)) {
          return;
        }
      }
    }
    throw new IllegalArgumentException(
        ("f has no finite value on the domain: none at its center, nor at %,d other points.%n"
                + "Maybe it divides by zero, or takes the logarithm or the root of what is negative,"
                + " or the domain is another one.")
            .formatted(points - 1));
  }

  private static void draw(Box domain, SplittableRandom random, double[][] x) {
    double[] low = domain.low();
    double[] high = domain.high();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < LANES; i++) {
        double share = random.nextDouble();
        x[k][i] = (1 - share) * low[k] + share * high[k];
      }
    }
  }

  private static void center(Box domain, double[][] x) {
    double[] low = domain.low();
    double[] high = domain.high();
    for (int k = 0; k < x.length; k++) {
      x[k][0] = low[k] / 2 + high[k] / 2;
    }
  }
}

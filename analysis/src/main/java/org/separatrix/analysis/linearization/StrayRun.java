package org.separatrix.analysis.linearization;

import java.util.Arrays;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;

/**
 * A run that leaves a critical point s, as it is computed, beside the linear law.
 *
 * @param map the step
 * @param point s, length d; not copied
 * @param direction unit vector w along which it starts; not copied
 * @param response of the position along w to the start, by the law
 */
record StrayRun(StepMap map, double[] point, double[] direction, PositionResponse response) {
  /** It starts at the distance R 2^-{@value}. */
  private static final int OCTAVES = 4;

  private static final int MOST_STEPS = 1_000_000;

  /**
   * Follows the run until it passes R by the law.
   *
   * @param radius R
   * @param count number of distances
   * @return for each i below the count, how far ln of the distance along w strays from the law
   *     until that passes R 2^-i, or, for those that it starts beyond, in its first step; infinite
   *     if the law does not come there
   */
  double[] strays(double radius, int count) {
    double[] strays = new double[count];
    Arrays.fill(strays, Double.POSITIVE_INFINITY);
    double start = Math.scalb(radius, -OCTAVES);
    Orbit orbit = Orbit.from(map, at(start));
    PositionResponse.Walk law = response.walk();
    double stray = 0;
    int open = count;
    for (int step = 0; open > 0 && step < MOST_STEPS; step++) {
      orbit.advance();
      law.advance();
      double expected = start * law.position();
      double ratio = along(orbit.position()) / expected;
      stray = Math.max(stray, ratio > 0 ? Math.abs(Math.log(ratio)) : Double.POSITIVE_INFINITY);
      while (open > 0 && Math.abs(expected) >= Math.scalb(radius, -(open - 1))) {
        strays[--open] = stray;
      }
    }
    return strays;
  }

  private double[] at(double distance) {
    double[] x = point.clone();
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.fma(distance, direction[k], x[k]);
    }
    return x;
  }

  private double along(double[] x) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum = Math.fma(direction[k], x[k] - point[k], sum);
    }
    return sum;
  }
}

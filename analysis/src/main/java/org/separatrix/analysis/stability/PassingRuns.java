package org.separatrix.analysis.stability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Runs from random starts, and what they have to do with a minimum that repels.
 *
 * @param distance that counts as near
 * @param near runs that were once as near
 * @param staying runs that were as near in each of the last {@value #LAST} steps
 * @param diverged runs that left for infinity
 */
record PassingRuns(double distance, int near, int staying, int diverged) {
  static final int RUNS = 400;
  private static final int STEPS = 3000;
  private static final int LAST = 100;
  private static final double NEAR = 1e-3;

  /**
   * Follows the runs.
   *
   * @param map the step
   * @param point the minimum
   * @param scale distance to the next critical point, of which a thousandth is near
   * @param domain where runs start
   * @param random chooses the starts
   */
  static PassingRuns follow(
      StepMap map, CriticalPoint point, double scale, Box domain, RandomGenerator random) {
    double distance = NEAR * scale;
    int near = 0;
    int staying = 0;
    int diverged = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] state = map.lift(uniform(domain, random));
      double[] next = new double[state.length];
      boolean wasNear = false;
      int inRow = 0;
      int step = 0;
      double now = 0;
      for (; step < STEPS && Double.isFinite(now); step++) {
        now = point.distance(map.position(state));
        boolean isNear = now <= distance;
        wasNear |= isNear;
        inRow = isNear ? inRow + 1 : 0;
        map.apply(state, next);
        double[] spare = state;
        state = next;
        next = spare;
      }
      near += wasNear ? 1 : 0;
      staying += inRow >= LAST ? 1 : 0;
      diverged += step < STEPS ? 1 : 0;
    }
    return new PassingRuns(distance, near, staying, diverged);
  }

  /** Draws a point of a box. */
  static double[] uniform(Box domain, RandomGenerator random) {
    double[] low = domain.low();
    double[] high = domain.high();
    double[] x = new double[low.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = low[k] + (high[k] - low[k]) * random.nextDouble();
    }
    return x;
  }

  /** Returns the counts by name. */
  Map<String, Double> observed() {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("staying", (double) staying);
    observed.put("once-near", (double) near);
    observed.put("diverged", (double) diverged);
    observed.put("runs", (double) RUNS);
    return observed;
  }
}

package org.separatrix.analysis.stability;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Runs from random starts, and what they have to do with a minimum that repels.
 *
 * @param distance that counts as near: a thousandth of that to the next critical point, or less
 *     where runs from within do not leave it, as in a cycle that is as small
 * @param near runs that were once as near
 * @param staying runs that were as near in each of the last {@value #LAST} steps, and still are
 *     when they are moved a little
 * @param held runs that were as near, but leave when they are moved: what would have led them away
 *     had shrunk too far elsewhere, perhaps to zero
 * @param diverged runs that left for infinity
 */
record PassingRuns(double distance, int near, int staying, int held, int diverged) {
  static final int RUNS = 400;
  private static final int STEPS = 3000;
  private static final int LAST = 100;
  private static final double NEAR = 1e-3;
  private static final double MOVED = 1e-3;
  private static final double SMALLEST = 1e-6;

  /** Runs that begin at these parts of a distance have to leave it. */
  private static final double[] WITHIN = {1e-3, 0.03, 0.3, 0.9};

  /**
   * Follows the runs.
   *
   * @param map the step
   * @param point the minimum
   * @param scale distance to the next critical point
   * @param domain where runs start
   * @param random chooses the starts
   */
  static PassingRuns follow(
      StepMap map, CriticalPoint point, double scale, Box domain, RandomGenerator random) {
    double distance = near(map, point, NEAR * scale);
    int near = 0;
    int staying = 0;
    int held = 0;
    int diverged = 0;
    for (int run = 0; run < RUNS; run++) {
      Orbit orbit = Orbit.from(map, uniform(domain, random));
      boolean wasNear = false;
      int inRow = 0;
      int step = 0;
      double now = 0;
      for (; step < STEPS && Double.isFinite(now); step++) {
        now = point.distance(orbit.position());
        boolean isNear = now <= distance;
        wasNear |= isNear;
        inRow = isNear ? inRow + 1 : 0;
        orbit.advance();
      }
      near += wasNear ? 1 : 0;
      if (inRow >= LAST) {
        boolean stays = stays(map, point, distance, orbit.state(), random);
        staying += stays ? 1 : 0;
        held += stays ? 0 : 1;
      }
      diverged += step < STEPS ? 1 : 0;
    }
    return new PassingRuns(distance, near, staying, held, diverged);
  }

  /** Returns the largest distance that runs from within leave; the most of all if there is none. */
  private static double near(StepMap map, CriticalPoint point, double most) {
    for (double distance = most; distance > SMALLEST * most; distance /= 4) {
      double now = distance;
      if (Arrays.stream(WITHIN).allMatch(part -> isLeft(map, point, now, part * now))) {
        return distance;
      }
    }
    return most;
  }

  private static boolean isLeft(
      StepMap map, CriticalPoint point, double distance, double beginning) {
    double[] x = point.x();
    double[][] vectors = point.eigenvectors();
    for (int k = 0; k < x.length; k++) {
      // Along all eigenvectors, and most along those of large curvature.
      for (int j = 0; j < x.length; j++) {
        x[k] += beginning * (j + 1) / (x.length * x.length) * vectors[j][k];
      }
    }
    return leaves(Orbit.from(map, x), point, distance, STEPS);
  }

  private static boolean stays(
      StepMap map, CriticalPoint point, double distance, double[] state, RandomGenerator random) {
    double[] moved = state.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += MOVED * distance * (2 * random.nextDouble() - 1);
    }
    return !leaves(new Orbit(map, moved), point, distance, LAST);
  }

  /** Tells whether a run is farther away than a distance after any of its next steps. */
  private static boolean leaves(Orbit orbit, CriticalPoint point, double distance, int steps) {
    for (int step = 0; step < steps; step++) {
      orbit.advance();
      if (!(point.distance(orbit.position()) <= distance)) {
        return true;
      }
    }
    return false;
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
    observed.put("held", (double) held);
    observed.put("once-near", (double) near);
    observed.put("diverged", (double) diverged);
    observed.put("runs", (double) RUNS);
    return observed;
  }
}

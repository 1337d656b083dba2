package org.separatrix.analysis.escape;

import java.util.Arrays;
import org.separatrix.api.analysis.StepMap;

/** Follows runs away from a saddle, along its unstable eigenvector v. */
final class Trace {
  private final StepMap map;
  private final double[] s;
  private final double[] v;
  private final double[] rest;
  private final double end;
  private final int maxSteps;

  /**
   * Creates a follower.
   *
   * @param map the step
   * @param growth of runs at the saddle
   * @param end distance of the position along v at which a run is followed no further
   * @param maxSteps most steps
   */
  Trace(StepMap map, UnstableGrowth growth, double end, int maxSteps) {
    this.map = map;
    s = growth.point().x();
    v = growth.direction();
    rest = map.lift(s);
    this.end = end;
    this.maxSteps = maxSteps;
  }

  /**
   * Returns ln of the distance of the state from rest along v at the steps 0, 1, ... before the
   * position passes the end; nothing if it does not within the most steps.
   *
   * @param distance where the run starts, on either side
   */
  double[] from(double distance) {
    double[] start = s.clone();
    for (int k = 0; k < start.length; k++) {
      start[k] = Math.fma(distance, v[k], start[k]);
    }
    double[] state = map.lift(start);
    double[] next = new double[state.length];
    double[] logarithms = new double[64];
    for (int k = 0; k <= maxSteps; k++) {
      if (!(Math.abs(along(map.position(state), s, 0)) <= end)) {
        return Arrays.copyOf(logarithms, k);
      }
      if (k == logarithms.length) {
        logarithms = Arrays.copyOf(logarithms, 2 * k);
      }
      logarithms[k] = Math.log(length(state));
      map.apply(state, next);
      double[] spare = state;
      state = next;
      next = spare;
    }
    return new double[0];
  }

  /** The length of the state's vectors' components along v, taken from rest. */
  private double length(double[] state) {
    double sum = 0;
    for (int offset = 0; offset + v.length <= state.length; offset += v.length) {
      double component = along(state, rest, offset);
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  private double along(double[] x, double[] origin, int offset) {
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum = Math.fma(v[k], x[offset + k] - origin[offset + k], sum);
    }
    return sum;
  }
}

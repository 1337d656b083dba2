package org.separatrix.analysis.escape;

import java.util.Arrays;
import org.separatrix.analysis.linearization.UnstableDirection;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;

/** Follows runs away from a saddle, along its unstable direction v. */
final class Trace {
  private final StepMap map;
  private final UnstableDirection unstable;
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
    unstable = growth.unstable();
    v = growth.direction();
    rest = map.lift(s);
    this.end = end;
    this.maxSteps = maxSteps;
  }

  /**
   * Returns ln of the size of what the state has of v at the steps 0, 1, ... before the position
   * passes the end; nothing if it does not within the most steps.
   *
   * @param distance where the run starts, on either side
   */
  double[] from(double distance) {
    double[] start = s.clone();
    for (int k = 0; k < start.length; k++) {
      start[k] = Math.fma(distance, v[k], start[k]);
    }
    Orbit orbit = Orbit.from(map, start);
    double[] logarithms = new double[64];
    for (int k = 0; k <= maxSteps; k++) {
      if (!(Math.abs(along(orbit.position())) <= end)) {
        return Arrays.copyOf(logarithms, k);
      }
      if (k == logarithms.length) {
        logarithms = Arrays.copyOf(logarithms, 2 * k);
      }
      logarithms[k] = Math.log(size(orbit.state()));
      orbit.advance();
    }
    return new double[0];
  }

  private double size(double[] state) {
    double[] displacement = new double[state.length];
    Arrays.setAll(displacement, i -> state[i] - rest[i]);
    return unstable.size(displacement);
  }

  private double along(double[] x) {
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum = Math.fma(v[k], x[k] - s[k], sum);
    }
    return sum;
  }
}

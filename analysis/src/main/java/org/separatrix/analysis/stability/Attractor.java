package org.separatrix.analysis.stability;

import java.util.Arrays;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;

/**
 * Where a run goes: the positions after a transient, and the largest Lyapunov exponent along it.
 *
 * <p>The exponent is the mean logarithm of the growth of a tangent vector, normalised after each
 * step (Benettin, Galgani, Giorgilli and Strelcyn, Meccanica 15, 1980). The vector is carried along
 * by central differences of the map, so that no derivative needs to be known.
 *
 * @param positions of the steps after the transient, one row each; not copied
 * @param exponent per step; NaN if the run diverged
 */
record Attractor(double[][] positions, double exponent) {
  private static final double DIFFERENCE = 1e-6;

  /** A tangent vector that shrinks by more in one step counts as shrunk by this factor. */
  private static final double SMALLEST_GROWTH = 1e-12;

  /** Tells whether the run left for infinity. */
  boolean diverged() {
    return Double.isNaN(exponent);
  }

  /**
   * Follows a run.
   *
   * @param map the step
   * @param start the position, length d; not modified
   * @param transientSteps steps before anything is kept
   * @param kept number of positions kept
   * @param steps steps after the transient over which the exponent is the mean; 0 for none
   * @param reach norm of a state from which a run counts as diverged
   */
  static Attractor of(
      StepMap map, double[] start, int transientSteps, int kept, int steps, double reach) {
    Orbit orbit = Orbit.from(map, start);
    double[] tangent = new double[map.dimension()];
    for (int i = 0; i < tangent.length; i++) {
      // A vector in no special position.
      tangent[i] = Math.sqrt(0.5 + i) / Math.sqrt(0.5 * tangent.length * tangent.length);
    }
    double[][] positions = new double[kept][];
    double sum = 0;
    int last = transientSteps + Math.max(kept, steps);
    for (int k = 0; k < last; k++) {
      int after = k - transientSteps;
      if (after >= 0 && after < kept) {
        positions[after] = orbit.position();
      }
      if (steps > 0 && k >= transientSteps / 2) {
        double growth = carry(map, orbit.state(), tangent);
        sum += after >= 0 && after < steps ? Math.log(Math.max(growth, SMALLEST_GROWTH)) : 0;
      }
      orbit.advance();
      if (!(norm(orbit.state()) < reach)) {
        return new Attractor(new double[0][], Double.NaN);
      }
    }
    return new Attractor(positions, steps > 0 ? sum / steps : 0);
  }

  /** Carries a unit vector along, makes it one again, and returns how much it grew. */
  private static double carry(StepMap map, double[] state, double[] tangent) {
    double h = DIFFERENCE * (1e-3 + norm(state));
    double[] moved = new double[state.length];
    double[] forward = new double[state.length];
    double[] backward = new double[state.length];
    Arrays.setAll(moved, i -> state[i] + h * tangent[i]);
    map.apply(moved, forward);
    Arrays.setAll(moved, i -> state[i] - h * tangent[i]);
    map.apply(moved, backward);
    double[] image = new double[state.length];
    Arrays.setAll(image, i -> (forward[i] - backward[i]) / (2 * h));
    double growth = norm(image);
    if (growth > 0) {
      Arrays.setAll(tangent, i -> image[i] / growth);
    }
    return growth;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += coordinate * coordinate;
    }
    return Math.sqrt(sum);
  }
}

package org.separatrix.analysis.stability;

import org.hipparchus.util.MathArrays;
import org.separatrix.analysis.manifold.SquareMatrix;
import org.separatrix.api.analysis.StepMap;

/** What is odd in a map F along a direction v from a state s, O(r) = F(s + r v) - F(s - r v). */
final class OddPart {
  /** Less than this, relative to the state, is hidden by rounding. */
  private static final double SEEN = 1e-12;

  private OddPart() {}

  /**
   * Returns by what factor falls what is odd and not linear when the amplitude is halved: near 8
   * for small amplitudes if the map has three derivatives.
   *
   * @param map the map
   * @param state s, length m; not modified
   * @param direction the unit vector v, length m; not modified
   * @param amplitude the amplitude
   * @return not a number if rounding hides it
   */
  static double fall(StepMap map, double[] state, double[] direction, double amplitude) {
    double atHalf = beyondLinear(map, state, direction, amplitude / 2);
    double size = Math.sqrt(SquareMatrix.dot(state, state)) + amplitude;
    return atHalf > SEEN * size
        ? beyondLinear(map, state, direction, amplitude) / atHalf
        : Double.NaN;
  }

  /** Returns |O(r) - 2 O(r/2)|. */
  private static double beyondLinear(StepMap map, double[] state, double[] direction, double r) {
    double[] whole = odd(map, state, direction, r);
    double[] half = odd(map, state, direction, r / 2);
    return MathArrays.distance(whole, MathArrays.scale(2, half));
  }

  private static double[] odd(StepMap map, double[] state, double[] direction, double r) {
    double[] odd = new double[state.length];
    double[] image = new double[state.length];
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] moved = state.clone();
      for (int k = 0; k < moved.length; k++) {
        moved[k] += sign * r * direction[k];
      }
      map.apply(moved, image);
      for (int k = 0; k < odd.length; k++) {
        odd[k] += sign * image[k];
      }
    }
    return odd;
  }
}

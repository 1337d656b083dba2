package org.separatrix.analysis.diffeomorphism;

import org.separatrix.api.analysis.StepMap;

/**
 * How much a step stretches the distance of random pairs of states, |Phi(xi) - Phi(eta)| / |xi -
 * eta|.
 *
 * @param pairs number of pairs whose images are finite
 * @param least the least quotient, infinite if there are no pairs
 * @param below number of quotients that are below the predicted bound, rounding allowed for
 */
record PairSample(int pairs, double least, int below) {
  /** Distances of pairs, as parts of that of two independent states. */
  private static final double[] SHARES = {1, 0.1, 0.01, 0.001};

  /** Rounding of a step, relative to the largest number in it, with room for cancellation. */
  private static final double ROUNDING = 1e-11;

  /**
   * Measures.
   *
   * @param map the step
   * @param states draws states
   * @param count number of pairs
   * @param bound the predicted bound of the quotient
   */
  static PairSample of(StepMap map, RandomStates states, int count, double bound) {
    int m = map.dimension();
    double[] image = new double[m];
    double[] otherImage = new double[m];
    int pairs = 0;
    int below = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double[] state = states.next();
      double[] other = states.next();
      double share = SHARES[i % SHARES.length];
      double size = 0;
      for (int k = 0; k < m; k++) {
        other[k] = state[k] + share * (other[k] - state[k]);
        size = Math.max(size, Math.max(Math.abs(state[k]), Math.abs(other[k])));
      }
      map.apply(state, image);
      map.apply(other, otherImage);
      for (int k = 0; k < m; k++) {
        size = Math.max(size, Math.max(Math.abs(image[k]), Math.abs(otherImage[k])));
      }
      double apart = distance(state, other);
      double quotient = distance(image, otherImage) / apart;
      if (Double.isFinite(quotient)) {
        pairs++;
        least = Math.min(least, quotient);
        below += quotient + ROUNDING * size * Math.sqrt(m) / apart < bound ? 1 : 0;
      }
    }
    return new PairSample(pairs, least, below);
  }

  private static double distance(double[] a, double[] b) {
    double distance = 0;
    for (int k = 0; k < a.length; k++) {
      distance = Math.hypot(distance, a[k] - b[k]);
    }
    return distance;
  }
}

package org.separatrix.analysis.manifold;

import org.separatrix.api.analysis.StepMap;

/**
 * Runs of a step map that start beside a fixed state, to see whether they return.
 *
 * @param map the map
 * @param fixed the state, length m; not copied
 * @param epsilon distance of the starts, in units of the state
 */
record Perturbation(StepMap map, double[] fixed, double epsilon) {
  /**
   * A run returns if in its last quarter it is at most this much as far away as in its first. Two
   * stretches are compared, since a matrix that is not normal first carries some directions away.
   */
  private static final double RETURNED = 0.5;

  /** Contraction that the linear law must promise for a return to be looked for. */
  private static final double PROMISED = 0.1;

  /** A run leaves if it gets this many times farther. */
  private static final double LEFT = 1e3;

  /**
   * Growth of the error of a stable direction that is allowed for: its unstable part is of the
   * relative size epsilon, from the curvature of the manifold.
   */
  private static final double ERROR_GROWTH = 1e4;

  private static final double MOST_STEPS = 1e6;

  /** What runs in several directions did. */
  enum Outcome {
    /** Each of them did what was expected. */
    AS_EXPECTED,
    /** One of them did not. */
    OTHERWISE,
    /** Returning takes longer than errors take to grow, or too many steps. */
    TOO_SLOW
  }

  /**
   * Sees whether runs along the first columns of the frame leave.
   *
   * @param exponents of the tangent map
   * @param count number of unstable directions
   */
  Outcome leave(LyapunovExponents exponents, int count) {
    double steps = Math.ceil(2 * Math.log(LEFT) / exponents.smallestPositive());
    if (steps > MOST_STEPS) {
      return Outcome.TOO_SLOW;
    }
    for (int j = 0; j < count; j++) {
      double[] direction = exponents.frame().columns()[j];
      if (!(farthest(direction, (int) steps) >= LEFT * epsilon)) {
        return Outcome.OTHERWISE;
      }
    }
    return Outcome.AS_EXPECTED;
  }

  /**
   * Sees whether runs along the last columns of a frame return. They span the stable subspace if
   * the frame belongs to the transposed tangent map.
   *
   * @param exponents of the tangent map
   * @param transposed exponents of the transposed tangent map
   * @param count number of stable directions
   */
  Outcome returns(LyapunovExponents exponents, LyapunovExponents transposed, int count) {
    double contraction = exponents.largestNegative();
    double growth = Math.max(0, exponents.largest());
    double enough = 2 * Math.log(PROMISED) / contraction;
    double steps = Math.ceil(Math.min(enough, Math.log(ERROR_GROWTH) / growth));
    if (steps > MOST_STEPS || steps * contraction > Math.log(PROMISED)) {
      return Outcome.TOO_SLOW;
    }
    double[][] columns = transposed.frame().columns();
    for (int j = columns.length - count; j < columns.length; j++) {
      if (!returns(columns[j], (int) steps)) {
        return Outcome.OTHERWISE;
      }
    }
    return Outcome.AS_EXPECTED;
  }

  /** Returns the largest distance up to a number of steps; infinite or not a number counts. */
  private double farthest(double[] direction, int steps) {
    double[] state = start(direction);
    double[] next = new double[state.length];
    double farthest = epsilon;
    for (int k = 0; k < steps && farthest < LEFT * epsilon; k++) {
      map.apply(state, next);
      double distance = distance(next);
      if (!Double.isFinite(distance)) {
        return Double.POSITIVE_INFINITY;
      }
      farthest = Math.max(farthest, distance);
      System.arraycopy(next, 0, state, 0, state.length);
    }
    return farthest;
  }

  private boolean returns(double[] direction, int steps) {
    int quarter = (steps + 3) / 4;
    double[] state = start(direction);
    double[] next = new double[state.length];
    double first = 0;
    double last = 0;
    for (int k = 0; k <= steps; k++) {
      double distance = distance(state);
      if (!Double.isFinite(distance)) {
        return false;
      }
      first = k < quarter ? Math.max(first, distance) : first;
      last = k > steps - quarter ? Math.max(last, distance) : last;
      map.apply(state, next);
      System.arraycopy(next, 0, state, 0, state.length);
    }
    return last <= RETURNED * first;
  }

  private double[] start(double[] direction) {
    double[] state = fixed.clone();
    for (int i = 0; i < state.length; i++) {
      state[i] = Math.fma(epsilon, direction[i], state[i]);
    }
    return state;
  }

  private double distance(double[] state) {
    double sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += (state[i] - fixed[i]) * (state[i] - fixed[i]);
    }
    return Math.sqrt(sum);
  }
}

package org.separatrix.analysis.manifold;

import java.util.OptionalInt;
import org.separatrix.api.analysis.StepMap;

/**
 * Runs of a step map that start beside a fixed state, to see whether they return.
 *
 * @param map the map
 * @param fixed the state, length m; not copied
 * @param epsilon distance of the starts, in units of the state
 */
record Perturbation(StepMap map, double[] fixed, double epsilon) {
  /** A run returns if it comes this much closer. */
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
   * <p>Each run is as long as the tangent map takes to bring its direction to a tenth, which a
   * method with memory may do only after a detour.
   *
   * @param tangent the tangent map
   * @param exponents its exponents
   * @param transposed exponents of the transposed tangent map
   * @param count number of stable directions
   */
  Outcome returns(
      SquareMatrix tangent, LyapunovExponents exponents, LyapunovExponents transposed, int count) {
    double growth = Math.max(0, exponents.largest());
    double contraction = exponents.largestNegative();
    double most = Math.min(4 * Math.log(PROMISED) / contraction, Math.log(ERROR_GROWTH) / growth);
    int steps = (int) Math.ceil(Math.min(MOST_STEPS, most));
    Outcome outcome = Outcome.AS_EXPECTED;
    double[][] columns = transposed.frame().columns();
    for (int j = columns.length - count; j < columns.length; j++) {
      OptionalInt needed = stepsToContract(tangent, columns[j], steps);
      if (needed.isEmpty()) {
        outcome = Outcome.TOO_SLOW;
      } else if (!(distanceAfter(columns[j], needed.getAsInt()) <= RETURNED * epsilon)) {
        return Outcome.OTHERWISE;
      }
    }
    return outcome;
  }

  /** Returns the number of steps in which the tangent map keeps the promise, if it does in time. */
  private static OptionalInt stepsToContract(SquareMatrix tangent, double[] direction, int most) {
    double[] vector = direction;
    for (int k = 0; k < most; k++) {
      if (SquareMatrix.dot(vector, vector) <= PROMISED * PROMISED) {
        return OptionalInt.of(k);
      }
      vector = tangent.times(vector);
    }
    return OptionalInt.empty();
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

  private double distanceAfter(double[] direction, int steps) {
    double[] state = start(direction);
    double[] next = new double[state.length];
    for (int k = 0; k < steps; k++) {
      map.apply(state, next);
      System.arraycopy(next, 0, state, 0, state.length);
    }
    return distance(state);
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

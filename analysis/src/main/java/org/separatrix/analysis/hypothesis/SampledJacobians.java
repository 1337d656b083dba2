package org.separatrix.analysis.hypothesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.linearization.MeasuredJacobian;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Status;

/**
 * The hypothesis that a step is a local diffeomorphism, for methods of which nothing is declared:
 * the determinant of its Jacobian has one sign at states of runs that start in the domain. A change
 * of sign refutes it, since a zero lies between; one sign at a sample never proves it.
 */
final class SampledJacobians {
  /** The name of this hypothesis. */
  static final String NAME = "det of the step's Jacobian != 0";

  private static final int STATES = 200;
  private static final int FEW_STATES = 20;

  /** Above this, singular values cost more, and fewer states are looked at. */
  private static final int MANY = 16;

  /** Above this, none are. */
  private static final int MOST = 64;

  /** Runs are looked at after 0 to 3 steps, so that memory is not that of a start alone. */
  private static final int STEPS = 4;

  /** Step of the differences, as a part of the domain's width. */
  private static final double DIFFERENCE = 1e-5;

  private SampledJacobians() {}

  /**
   * Checks the hypothesis.
   *
   * @param map the step
   * @param domain where runs start
   * @param random chooses the starts
   */
  static Hypothesis check(StepMap map, Box domain, RandomGenerator random) {
    int m = map.dimension();
    if (m > MOST) {
      return new Hypothesis(
          NAME, Status.VIOLATED, "unknown: the state has more than %d dimensions".formatted(MOST));
    }
    int count = m > MANY ? FEW_STATES : STATES;
    int positive = 0;
    int negative = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double[] state = state(map, domain, random, i % STEPS);
      Optional<MeasuredJacobian> jacobian =
          MeasuredJacobian.of(map, state, differences(domain, m)).filter(MeasuredJacobian::isKnown);
      if (jacobian.isPresent()) {
        positive += jacobian.get().sign() > 0 ? 1 : 0;
        negative += jacobian.get().sign() < 0 ? 1 : 0;
        least = Math.min(least, jacobian.get().leastSingularValue());
      }
    }
    if (positive > 0 && negative > 0) {
      return new Hypothesis(
          NAME,
          Status.VIOLATED,
          "positive at %d states, negative at %d".formatted(positive, negative));
    }
    if (positive + negative < count) {
      return new Hypothesis(
          NAME,
          Status.VIOLATED,
          "not told from 0 at %d of %d states".formatted(count - positive - negative, count));
    }
    return new Hypothesis(
        NAME,
        Status.ESTIMATED,
        "least singular value %s at %d states".formatted(Numbers.number(least), count));
  }

  private static double[] state(StepMap map, Box domain, RandomGenerator random, int steps) {
    double[] x = domain.low();
    double[] high = domain.high();
    for (int k = 0; k < x.length; k++) {
      x[k] += (high[k] - x[k]) * random.nextDouble();
    }
    double[] state = map.lift(x);
    for (int i = 0; i < steps; i++) {
      double[] next = new double[state.length];
      map.apply(state, next);
      state = next;
    }
    return state;
  }

  private static double[] differences(Box domain, int m) {
    double[] low = domain.low();
    double[] high = domain.high();
    double[] steps = new double[m];
    Arrays.setAll(steps, i -> DIFFERENCE * (high[i % low.length] - low[i % low.length]));
    return steps;
  }
}

package org.separatrix.runner.compare;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Running times for tests. */
final class Samples {
  private Samples() {}

  static ComparedProblem problem(String objective, double tolerance) {
    return new ComparedProblem(
        objective,
        "box",
        1,
        new ComparedTarget(
            ComparedTarget.Kind.GRADIENT_NORM, tolerance, tolerance, Optional.empty()));
  }

  /**
   * Returns running times.
   *
   * @param costs what each run needs; negative for one that was given up after so many
   */
  static RunningTimes times(ComparedProblem problem, String optimizer, long... costs) {
    long[] gradients = new long[costs.length];
    boolean[] reached = new boolean[costs.length];
    for (int run = 0; run < costs.length; run++) {
      gradients[run] = Math.abs(costs[run]);
      reached[run] = costs[run] > 0;
    }
    return new RunningTimes(problem, optimizer, gradients, new long[costs.length], reached);
  }

  /** Running times of which a fifth fails, the same distribution at each call. */
  static RunningTimes random(
      ComparedProblem problem, String optimizer, RandomGenerator random, int runs) {
    long[] costs = new long[runs];
    for (int run = 0; run < runs; run++) {
      long cost = 10 + (long) (50 * -Math.log1p(-random.nextDouble()));
      costs[run] = random.nextInt(5) == 0 ? -1000 : cost;
    }
    return times(problem, optimizer, costs);
  }
}

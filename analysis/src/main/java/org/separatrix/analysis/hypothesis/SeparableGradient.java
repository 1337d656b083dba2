package org.separatrix.analysis.hypothesis;

import java.util.random.RandomGenerator;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/** The hypothesis that a function is a sum of functions of one coordinate each. */
public final class SeparableGradient {
  /** The name of this hypothesis. */
  public static final String NAME = "each partial derivative depends on its own coordinate alone";

  private static final int PAIRS = 64;
  private static final double EQUAL = 1e-12;
  private static final int MOST_DIMENSIONS = 100;

  private SeparableGradient() {}

  /**
   * Checks the hypothesis at pairs of points of the domain with one coordinate in common, each at
   * least twice; differences are relative to the largest value of that partial derivative seen.
   *
   * @param problem the objective
   * @param laboratory gives random numbers
   */
  public static Hypothesis check(Problem problem, Laboratory laboratory) {
    int d = problem.dimension();
    RandomGenerator random = laboratory.random("separable/" + problem.name());
    double[] worst = new double[d];
    double[] size = new double[d];
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    double[][] x = new double[d][2];
    double[][] g = new double[d][2];
    int pairs = d > 1 && d <= MOST_DIMENSIONS ? Math.max(PAIRS, 2 * d) : 0;
    for (int pair = 0; pair < pairs; pair++) {
      int kept = pair % d;
      for (int k = 0; k < d; k++) {
        x[k][0] = low[k] + (high[k] - low[k]) * random.nextDouble();
        x[k][1] = k == kept ? x[k][0] : low[k] + (high[k] - low[k]) * random.nextDouble();
      }
      problem.objective().gradient(x, g, 2);
      size[kept] = Math.max(size[kept], Math.max(Math.abs(g[kept][0]), Math.abs(g[kept][1])));
      worst[kept] = Math.max(worst[kept], Math.abs(g[kept][0] - g[kept][1]));
    }
    double difference = 0;
    for (int k = 0; k < d; k++) {
      difference = Math.max(difference, worst[k] == 0 ? 0 : worst[k] / size[k]);
    }
    boolean holds = difference <= EQUAL && d <= MOST_DIMENSIONS;
    return new Hypothesis(
        NAME,
        holds ? (d == 1 ? Status.CERTIFIED : Status.ESTIMATED) : Status.VIOLATED,
        d == 1
            ? "there is one coordinate"
            : "relative difference %s at %d pairs of points"
                .formatted(Numbers.number(difference, 2), pairs));
  }
}

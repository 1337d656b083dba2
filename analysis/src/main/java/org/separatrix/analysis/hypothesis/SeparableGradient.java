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
   * Checks the hypothesis at pairs of points of the domain with one coordinate in common.
   *
   * @param problem the objective
   * @param laboratory gives random numbers
   */
  public static Hypothesis check(Problem problem, Laboratory laboratory) {
    int d = problem.dimension();
    RandomGenerator random = laboratory.random("separable/" + problem.name());
    double worst = 0;
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    double[][] x = new double[d][2];
    double[][] g = new double[d][2];
    for (int pair = 0; pair < PAIRS && d > 1 && d <= MOST_DIMENSIONS; pair++) {
      int kept = pair % d;
      for (int k = 0; k < d; k++) {
        x[k][0] = low[k] + (high[k] - low[k]) * random.nextDouble();
        x[k][1] = k == kept ? x[k][0] : low[k] + (high[k] - low[k]) * random.nextDouble();
      }
      problem.objective().gradient(x, g, 2);
      double size = Math.max(Math.abs(g[kept][0]), Math.abs(x[kept][0]));
      worst = Math.max(worst, Math.abs(g[kept][0] - g[kept][1]) / size);
    }
    boolean holds = worst <= EQUAL && d <= MOST_DIMENSIONS;
    return new Hypothesis(
        NAME,
        holds ? (d == 1 ? Status.CERTIFIED : Status.ESTIMATED) : Status.VIOLATED,
        d == 1
            ? "there is one coordinate"
            : "relative difference %s at %d pairs of points"
                .formatted(Numbers.number(worst, 2), PAIRS));
  }
}

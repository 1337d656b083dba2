package org.separatrix.analysis.region;

import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.Problem;

/** The step of gradient descent at which a point of the domain first leaves it. */
final class LeavingStep {
  private static final int MOST_CORNERS = 10;

  private LeavingStep() {}

  /**
   * Returns the smallest step at which one of the sampled points, corners among them, leaves: no
   * larger step leaves the domain invariant.
   *
   * @return infinity if no sampled point ever leaves
   */
  static double sampled(Problem problem, int samples, Laboratory laboratory) {
    RandomGenerator random = laboratory.random("leaving-step/" + problem.name());
    int d = problem.dimension();
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    int corners = 1 << Math.min(d, MOST_CORNERS);
    double[][] x = new double[d][samples + corners];
    double[][] g = new double[d][samples + corners];
    for (int i = 0; i < x[0].length; i++) {
      for (int k = 0; k < d; k++) {
        boolean upper = (i >> Math.min(k, MOST_CORNERS - 1) & 1) == 1;
        double corner = upper ? high[k] : low[k];
        x[k][i] = i < corners ? corner : low[k] + (high[k] - low[k]) * random.nextDouble();
      }
    }
    problem.objective().gradient(x, g, x[0].length);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < x[k].length; i++) {
        double room = g[k][i] > 0 ? x[k][i] - low[k] : x[k][i] - high[k];
        if (g[k][i] != 0 && Double.isFinite(g[k][i])) {
          least = Math.min(least, room / g[k][i]);
        }
      }
    }
    return least;
  }
}

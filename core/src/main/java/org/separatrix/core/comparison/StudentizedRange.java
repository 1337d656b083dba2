package org.separatrix.core.comparison;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The distribution of the range of k independent standard normal numbers. */
final class StudentizedRange {
  private static final double FAR = 9;
  private static final int MOST_EVALUATIONS = 1_000_000;

  private StudentizedRange() {}

  /** Returns P(range <= q) = k times the integral of phi(z) (Phi(z) - Phi(z - q))^(k-1). */
  static double probability(int k, double q) {
    NormalDistribution normal = new NormalDistribution();
    UnivariateFunction density =
        z ->
            k
                * normal.density(z)
                * Math.pow(
                    normal.cumulativeProbability(z) - normal.cumulativeProbability(z - q), k - 1.0);
    return new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-13)
        .integrate(MOST_EVALUATIONS, density, -FAR, FAR + q);
  }

  /** Returns the q with P(range <= q) = p. */
  static double quantile(int k, double p) {
    return new BrentSolver(1e-9).solve(200, q -> probability(k, q) - p, 1e-6, 4 * FAR);
  }
}

package org.separatrix.core.comparison;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * Whether two methods succeed equally often from starts of their own: Fisher's exact test.
 *
 * <p>Source: Fisher, "Statistical Methods for Research Workers" (1934), section 21.02; two-sided by
 * adding up all tables that are no more probable than the one seen.
 *
 * @param first successes of the first method
 * @param firstTrials its trials, at least 1
 * @param second successes of the second method
 * @param secondTrials its trials, at least 1
 */
public record UnpairedOutcomes(int first, int firstTrials, int second, int secondTrials) {
  /** Tables that are equally probable must be so in spite of rounding. */
  private static final double MARGIN = 1 + 1e-7;

  /** Returns the two-sided p-value. */
  public double pValue() {
    int successes = first + second;
    HypergeometricDistribution tables =
        new HypergeometricDistribution(firstTrials + secondTrials, successes, firstTrials);
    double seen = tables.probability(first) * MARGIN;
    double sum = 0;
    for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
      double probability = tables.probability(k);
      sum += probability <= seen ? probability : 0;
    }
    return Math.min(1, sum);
  }

  /** Returns the difference of the success rates, first minus second, as the size of the effect. */
  public double difference() {
    return (double) first / firstTrials - (double) second / secondTrials;
  }
}

package org.separatrix.core.comparison;

import org.hipparchus.special.Beta;
import org.separatrix.core.statistics.ClopperPearson;

/**
 * Whether two methods succeed equally often from the same starts: McNemar's test in its exact form,
 * the binomial test of the starts from which only one of them succeeds.
 *
 * <p>Source: McNemar, Psychometrika 12 (1947).
 *
 * @param onlyFirst starts from which only the first method succeeds
 * @param onlySecond starts from which only the second does
 * @param starts all starts
 */
public record PairedOutcomes(long onlyFirst, long onlySecond, long starts) {
  /**
   * Counts.
   *
   * @param first whether the first method succeeded, for each start
   * @param second likewise for the second, as many
   */
  public static PairedOutcomes of(boolean[] first, boolean[] second) {
    long onlyFirst = 0;
    long onlySecond = 0;
    for (int i = 0; i < first.length; i++) {
      onlyFirst += first[i] && !second[i] ? 1 : 0;
      onlySecond += second[i] && !first[i] ? 1 : 0;
    }
    return new PairedOutcomes(onlyFirst, onlySecond, first.length);
  }

  /** Returns the two-sided p-value: twice the smaller tail of Binomial(n, 1/2), at most 1. */
  public double pValue() {
    long fewer = Math.min(onlyFirst, onlySecond);
    long more = Math.max(onlyFirst, onlySecond);
    // P(X <= fewer) as a beta integral, which keeps its digits where a tail of 1 minus it has none.
    return fewer == more
        ? 1
        : Math.min(1, 2 * Beta.regularizedBeta(0.5, (double) more, fewer + 1.0));
  }

  /** Returns the difference of the success rates, first minus second, as the size of the effect. */
  public double difference() {
    return (double) (onlyFirst - onlySecond) / (double) starts;
  }

  /**
   * Returns the interval of the probability that, of the two, it is the first that succeeds where
   * only one does; from 0 to 1 where there is no such start.
   *
   * @param confidence in (0, 1)
   */
  public ClopperPearson.Interval firstAmongDiscordant(double confidence) {
    long discordant = onlyFirst + onlySecond;
    return discordant == 0
        ? new ClopperPearson.Interval(0, 1)
        : ClopperPearson.interval(onlyFirst, discordant, confidence);
  }
}

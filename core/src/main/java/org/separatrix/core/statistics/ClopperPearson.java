package org.separatrix.core.statistics;

import org.hipparchus.special.Beta;

/**
 * Exact confidence bounds for a probability of which k successes in n independent trials were seen.
 *
 * <p>Source: Clopper and Pearson, Biometrika 26 (1934). The bounds are quantiles of Beta
 * distributions; they hold with at least the stated confidence for every probability.
 */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * Returns the one-sided upper bound; for k = 0 it is 1 - (1 - confidence)^(1/n).
   *
   * @param successes k, from 0 to n
   * @param trials n, at least 1
   * @param confidence in (0, 1)
   */
  public static double upper(long successes, long trials, double confidence) {
    check(successes, trials, confidence);
    if (successes == trials) {
      return 1;
    }
    if (successes == 0) {
      return -Math.expm1(Math.log1p(-confidence) / (double) trials);
    }
    return quantile(confidence, successes + 1.0, (double) (trials - successes));
  }

  /**
   * Returns the one-sided lower bound.
   *
   * @param successes k, from 0 to n
   * @param trials n, at least 1
   * @param confidence in (0, 1)
   */
  public static double lower(long successes, long trials, double confidence) {
    check(successes, trials, confidence);
    return 1 - upper(trials - successes, trials, confidence);
  }

  /**
   * Returns the two-sided interval, each of whose ends is missed with half the error.
   *
   * @param successes k, from 0 to n
   * @param trials n, at least 1
   * @param confidence in (0, 1)
   */
  public static Interval interval(long successes, long trials, double confidence) {
    double oneSided = (1 + confidence) / 2;
    return new Interval(lower(successes, trials, oneSided), upper(successes, trials, oneSided));
  }

  /**
   * A closed interval of probabilities.
   *
   * @param low its lower end
   * @param high its upper end
   */
  public record Interval(double low, double high) {
    /**
     * Tells whether a probability lies in this interval.
     *
     * @param probability the probability
     */
    public boolean contains(double probability) {
      return low <= probability && probability <= high;
    }
  }

  private static void check(long successes, long trials, double confidence) {
    if (successes < 0 || trials < Math.max(1, successes)) {
      throw new IllegalArgumentException("%d successes in %d trials".formatted(successes, trials));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + ": it must lie between 0 and 1");
    }
  }

  /** Bisection: the distribution function is monotone, and 200 halvings exhaust the doubles. */
  private static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 200; i++) {
      double middle = 0.5 * (low + high);
      if (middle == low || middle == high) {
        break;
      }
      if (Beta.regularizedBeta(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}

package org.separatrix.core.comparison;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * Whether two methods need equally much from starts of their own: the rank sum test of Wilcoxon,
 * Mann and Whitney. Equal efforts share their mean rank.
 *
 * <p>Up to {@value #EXACT} efforts the p-value is exact: the distribution of the rank sum when
 * every choice of the first method's ranks among all is equally probable. Above, it is the normal
 * approximation with the corrections for ties and continuity.
 *
 * <p>Source: Mann and Whitney, Ann. Math. Statist. 18 (1947).
 *
 * @param first how many efforts the first method has
 * @param second how many the second has
 * @param above number of pairs of which the first method's effort is larger, equal ones by half
 * @param pValue two-sided; 1 where a method has no effort
 */
public record UnpairedEfforts(int first, int second, double above, double pValue) {
  private static final int EXACT = 40;

  /**
   * Tests.
   *
   * @param first what the first method needs, for each of its starts
   * @param second likewise for the second
   */
  public static UnpairedEfforts of(double[] first, double[] second) {
    int n = first.length;
    int m = second.length;
    if (n == 0 || m == 0) {
      return new UnpairedEfforts(n, m, 0, 1);
    }
    double[] all = Arrays.copyOf(first, n + m);
    System.arraycopy(second, 0, all, n, m);
    double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(all);
    double sum = Arrays.stream(ranks, 0, n).sum();
    double pValue = n + m <= EXACT ? exact(ranks, n, sum) : approximate(ranks, n, sum);
    return new UnpairedEfforts(n, m, sum - n * (n + 1.0) / 2, pValue);
  }

  /**
   * Returns the rank-biserial correlation, from -1 (the first always needs less) to 1 (always
   * more).
   */
  public double rankBiserialCorrelation() {
    return first == 0 || second == 0 ? 0 : 2 * above / ((double) first * second) - 1;
  }

  /** Counts the choices of n ranks by their doubled sum, which is whole also with ties. */
  private static double exact(double[] ranks, int n, double sum) {
    int most = (int) Math.round(2 * Arrays.stream(ranks).sum());
    double[][] choices = new double[n + 1][most + 1];
    choices[0][0] = 1;
    for (double rank : ranks) {
      int step = (int) Math.round(2 * rank);
      for (int chosen = n; chosen >= 1; chosen--) {
        for (int total = most; total >= step; total--) {
          choices[chosen][total] += choices[chosen - 1][total - step];
        }
      }
    }
    double mean = n * (ranks.length + 1.0);
    double deviation = Math.abs(2 * sum - mean);
    double extreme = 0;
    for (int total = 0; total <= most; total++) {
      extreme += Math.abs(total - mean) >= deviation - 0.25 ? choices[n][total] : 0;
    }
    return Math.min(1, extreme / Arrays.stream(choices[n]).sum());
  }

  private static double approximate(double[] ranks, int n, double sum) {
    int size = ranks.length;
    double mean = (size + 1) / 2.0;
    double squares = Arrays.stream(ranks).map(rank -> (rank - mean) * (rank - mean)).sum();
    double variance = (double) n * (size - n) / (size * (size - 1.0)) * squares;
    double deviation = Math.max(0, Math.abs(sum - n * mean) - 0.5) / Math.sqrt(variance);
    return variance == 0
        ? 1
        : Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-deviation));
  }
}

package org.separatrix.core.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether two methods need equally much from the same starts: Wilcoxon's signed rank test. Pairs
 * without a difference are left out; equal differences share their mean rank.
 *
 * <p>Up to {@value #EXACT} pairs the p-value is exact: the distribution of the sum of positive
 * ranks when every sign is a fair coin, given the ranks. Above, it is the normal approximation with
 * the correction for ties.
 *
 * <p>Source: Wilcoxon, Biometrics Bulletin 1 (1945); effect size: Kerby, Comprehensive Psychology 3
 * (2014).
 *
 * @param pairs number of pairs that differ
 * @param positive sum of the ranks of positive differences, first minus second
 * @param pValue two-sided; 1 if no pair differs
 */
public record PairedEfforts(int pairs, double positive, double pValue) {
  private static final int EXACT = 200;

  /**
   * Tests.
   *
   * @param first what the first method needs, for each start
   * @param second likewise for the second, as many
   */
  public static PairedEfforts of(double[] first, double[] second) {
    double[] differences =
        IntStream.range(0, first.length)
            .mapToDouble(i -> first[i] - second[i])
            .filter(difference -> difference != 0)
            .toArray();
    if (differences.length == 0) {
      return new PairedEfforts(0, 0, 1);
    }
    long[] twice = doubledRanks(differences);
    long positive =
        IntStream.range(0, differences.length)
            .filter(i -> differences[i] > 0)
            .mapToLong(i -> twice[i])
            .sum();
    double pValue =
        differences.length <= EXACT ? exact(twice, positive) : approximate(twice, positive);
    return new PairedEfforts(differences.length, positive / 2.0, pValue);
  }

  /**
   * Returns the matched-pairs rank-biserial correlation, from -1 (the first always needs less) to 1
   * (always more).
   */
  public double rankBiserialCorrelation() {
    double all = pairs * (pairs + 1.0) / 2;
    return pairs == 0 ? 0 : 2 * positive / all - 1;
  }

  /** Returns twice the rank of each |difference|, which is whole also where ranks are shared. */
  private static long[] doubledRanks(double[] differences) {
    int n = differences.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] twice = new long[n];
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
        to++;
      }
      for (int i = from; i < to; i++) {
        twice[order[i]] = from + 1L + to;
      }
      from = to;
    }
    return twice;
  }

  /** Sums above the one seen, on its smaller side, are never needed. */
  private static double exact(long[] twice, long positive) {
    int most = Math.toIntExact(Arrays.stream(twice).sum());
    int smaller = Math.toIntExact(Math.min(positive, most - positive));
    double[] probability = new double[smaller + 1];
    probability[0] = 1;
    for (long rank : twice) {
      int step = (int) Math.min(rank, smaller + 1L);
      for (int sum = smaller; sum >= step; sum--) {
        probability[sum] = (probability[sum] + probability[sum - step]) / 2;
      }
      for (int sum = 0; sum < step; sum++) {
        probability[sum] /= 2;
      }
    }
    return Math.min(1, 2 * Arrays.stream(probability).sum());
  }

  /** The variance of the sum of random signs is a quarter of the sum of the squared ranks. */
  private static double approximate(long[] twice, long positive) {
    double mean = Arrays.stream(twice).sum() / 2.0;
    double variance = Arrays.stream(twice).mapToDouble(rank -> (double) rank * rank).sum() / 4;
    double deviation = Math.max(0, Math.abs(positive - mean) - 1) / Math.sqrt(variance);
    return Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-deviation));
  }
}

package org.separatrix.core.comparison;

import java.util.Arrays;

/**
 * Ranks of several methods over the same problems: 1 for the cheapest, failures last, equal ones
 * sharing their mean rank.
 *
 * <p>Source: Demsar, "Statistical comparisons of classifiers over multiple data sets", J. Mach.
 * Learn. Res. 7 (2006), section 3.2.
 */
public final class RankTable {
  private final double[][] ranks;

  private RankTable(double[][] ranks) {
    this.ranks = ranks;
  }

  /**
   * Ranks.
   *
   * @param costs what each method needs, {@code [problem][method]}, infinite for a failure; at
   *     least one problem and two methods
   */
  public static RankTable of(double[][] costs) {
    return new RankTable(Arrays.stream(costs).map(RankTable::ranks).toArray(double[][]::new));
  }

  private static double[] ranks(double[] costs) {
    double[] ranks = new double[costs.length];
    for (int i = 0; i < ranks.length; i++) {
      double own = costs[i];
      long below = Arrays.stream(costs).filter(cost -> cost < own).count();
      long equal = Arrays.stream(costs).filter(cost -> cost == own).count();
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }

  /** Returns the mean rank of each method. */
  public double[] averages() {
    double[] sums = new double[ranks[0].length];
    for (double[] row : ranks) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i];
      }
    }
    return Arrays.stream(sums).map(sum -> sum / ranks.length).toArray();
  }

  /**
   * Returns the p-value of the hypothesis that all methods are alike, by Friedman's test; 1 for a
   * single problem.
   */
  public double pValue() {
    return FriedmanTest.pValue(ranks);
  }

  /**
   * Returns by how much two mean ranks must differ for two methods to differ, by Nemenyi's test.
   *
   * @param level chance of any false difference, in (0, 1)
   */
  public double criticalDifference(double level) {
    int k = ranks[0].length;
    double quantile = StudentizedRange.quantile(k, 1 - level) / Math.sqrt(2);
    return quantile * Math.sqrt(k * (k + 1.0) / (6.0 * ranks.length));
  }
}

package org.separatrix.core.comparison;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Ranks of several methods over the same problems: 1 for the cheapest, failures last, equal ones
 * sharing their mean rank.
 *
 * <p>Source: Demsar, "Statistical comparisons of classifiers over multiple data sets", J. Mach.
 * Learn. Res. 7 (2006), section 3.2.
 */
public final class RankTable {
  private final double[] averages;
  private final int problems;

  private RankTable(double[] averages, int problems) {
    this.averages = averages;
    this.problems = problems;
  }

  /**
   * Ranks.
   *
   * @param costs what each method needs, {@code [problem][method]}, infinite for a failure; at
   *     least one problem and two methods
   */
  public static RankTable of(double[][] costs) {
    int methods = costs[0].length;
    double[] sums = new double[methods];
    for (double[] row : costs) {
      for (int i = 0; i < methods; i++) {
        double own = row[i];
        long below = Arrays.stream(row).filter(cost -> cost < own).count();
        long equal = Arrays.stream(row).filter(cost -> cost == own).count();
        sums[i] += below + (equal + 1) / 2.0;
      }
    }
    return new RankTable(
        Arrays.stream(sums).map(sum -> sum / costs.length).toArray(), costs.length);
  }

  /** Returns the mean rank of each method. */
  public double[] averages() {
    return averages.clone();
  }

  /**
   * Returns the p-value of the hypothesis that all methods are alike, by the F statistic of Iman
   * and Davenport (1980); 1 for a single problem.
   */
  public double pValue() {
    int k = averages.length;
    double squares = Arrays.stream(averages).map(rank -> rank * rank).sum();
    double friedman = 12.0 * problems / (k * (k + 1.0)) * (squares - k * (k + 1.0) * (k + 1.0) / 4);
    double rest = problems * (k - 1.0) - friedman;
    if (problems < 2 || friedman <= 0) {
      return 1;
    }
    if (rest <= 0) {
      return 0;
    }
    double f = (problems - 1) * friedman / rest;
    return 1 - new FDistribution(k - 1.0, (k - 1.0) * (problems - 1.0)).cumulativeProbability(f);
  }

  /**
   * Returns by how much two mean ranks must differ for two methods to differ, by Nemenyi's test.
   *
   * @param level chance of any false difference, in (0, 1)
   */
  public double criticalDifference(double level) {
    int k = averages.length;
    double quantile = StudentizedRange.quantile(k, 1 - level) / Math.sqrt(2);
    return quantile * Math.sqrt(k * (k + 1.0) / (6.0 * problems));
  }
}

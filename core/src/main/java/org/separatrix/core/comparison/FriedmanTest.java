package org.separatrix.core.comparison;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Friedman's test of whether several methods are alike, given their ranks on several problems.
 *
 * <p>Were they alike, every order of the ranks within a problem would be as likely as any other.
 * The p-value is the share of all orders whose rank sums are as far apart as those seen. Where
 * these are too many to be counted it is that of the F statistic of Iman and Davenport (1980),
 * which for few problems would be far too small: without end where all problems agree, however few
 * they are.
 */
final class FriedmanTest {
  private static final double MOST_ORDERS = 1e6;

  /** Sums of ranks are multiples of 1/2, so that their squares differ by more, or not at all. */
  private static final double ROUNDING = 1e-6;

  private final double[][] ranks;
  private final double observed;
  private long asFar;
  private long all;

  private FriedmanTest(double[][] ranks) {
    this.ranks = Arrays.stream(ranks).map(double[]::clone).toArray(double[][]::new);
    this.observed = sumOfSquares(sums(ranks));
  }

  /**
   * Returns the p-value; 1 for a single problem.
   *
   * @param ranks of each method, {@code [problem][method]}, 1 for the best, equal ones sharing
   *     their mean rank; not modified
   */
  static double pValue(double[][] ranks) {
    // The order of one problem does not matter, since only those relative to it do.
    double orders = Math.pow(CombinatoricsUtils.factorialDouble(ranks[0].length), ranks.length - 1);
    return orders <= MOST_ORDERS
        ? new FriedmanTest(ranks).exact()
        : Math.max(byF(ranks), 1 / orders);
  }

  private double exact() {
    count(1, 0, ranks[0].clone());
    return (double) asFar / all;
  }

  /**
   * Counts the orders of the problems from one on.
   *
   * @param problem whose ranks are put in order
   * @param method the first whose rank in the problem is open
   * @param sums of the ranks that are settled, restored on return
   */
  private void count(int problem, int method, double[] sums) {
    if (problem == ranks.length) {
      all++;
      asFar += sumOfSquares(sums) >= observed - ROUNDING ? 1 : 0;
      return;
    }
    if (method == sums.length) {
      count(problem + 1, 0, sums);
      return;
    }
    double[] row = ranks[problem];
    for (int other = method; other < row.length; other++) {
      swap(row, method, other);
      sums[method] += row[method];
      count(problem, method + 1, sums);
      sums[method] -= row[method];
      swap(row, method, other);
    }
  }

  private static void swap(double[] row, int i, int j) {
    double kept = row[i];
    row[i] = row[j];
    row[j] = kept;
  }

  private static double byF(double[][] ranks) {
    int n = ranks.length;
    int k = ranks[0].length;
    double mean = n * (k + 1) / 2.0;
    double friedman = 12.0 / (n * k * (k + 1.0)) * (sumOfSquares(sums(ranks)) - k * mean * mean);
    double rest = n * (k - 1.0) - friedman;
    if (friedman <= 0) {
      return 1;
    }
    if (rest <= 0) {
      return 0;
    }
    double f = (n - 1) * friedman / rest;
    return 1 - new FDistribution(k - 1.0, (k - 1.0) * (n - 1.0)).cumulativeProbability(f);
  }

  private static double[] sums(double[][] ranks) {
    double[] sums = new double[ranks[0].length];
    for (double[] row : ranks) {
      for (int i = 0; i < row.length; i++) {
        sums[i] += row[i];
      }
    }
    return sums;
  }

  private static double sumOfSquares(double[] sums) {
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    return squares;
  }
}

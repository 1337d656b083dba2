package org.separatrix.core.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The empirical distribution of the running time with simulated restarts, over one or several
 * problems and targets: the share of pairs of problem and target that are solved within a budget.
 *
 * <p>Source: Hansen, Auger, Brockhoff, Tusar and Tusar, "COCO: Performance Assessment",
 * arXiv:1605.03560 (2016), sections 5.1 and 6.
 */
public final class RuntimeDistribution {
  private static final int DRAWS = 1000;
  private static final int RESAMPLES = 200;

  private final double[] ascending;

  private RuntimeDistribution(double[] ascending) {
    this.ascending = ascending;
  }

  /**
   * Draws simulated running times, as many for each pair of problem and target.
   *
   * @param pairs the trials of one method, one entry for each pair; at least one
   * @param random the draws
   */
  public static RuntimeDistribution of(List<Trials> pairs, RandomGenerator random) {
    int each = Math.max(1, DRAWS / pairs.size());
    double[] times = new double[each * pairs.size()];
    int next = 0;
    for (Trials trials : pairs) {
      for (int i = 0; i < each; i++) {
        times[next++] = trials.simulatedRunningTime(random);
      }
    }
    Arrays.sort(times);
    return new RuntimeDistribution(times);
  }

  /**
   * Returns the share that is solved within a budget.
   *
   * @param budget number of evaluations
   */
  public double share(double budget) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= budget) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / ascending.length;
  }

  /**
   * Returns, for each budget, the ends of the pointwise percentile interval of the share when the
   * trials are resampled.
   *
   * @param pairs the trials, as for {@link #of}
   * @param budgets numbers of evaluations
   * @param confidence of each interval, in (0, 1)
   * @param random the draws
   * @return lower ends, then upper ends, one for each budget
   */
  public static double[][] band(
      List<Trials> pairs, double[] budgets, double confidence, RandomGenerator random) {
    double[][] shares = new double[budgets.length][RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      RuntimeDistribution resampled =
          of(pairs.stream().map(trials -> trials.resampled(random)).toList(), random);
      for (int b = 0; b < budgets.length; b++) {
        shares[b][r] = resampled.share(budgets[b]);
      }
    }
    double tail = (1 - confidence) / 2;
    double[][] band = new double[2][budgets.length];
    for (int b = 0; b < budgets.length; b++) {
      Arrays.sort(shares[b]);
      band[0][b] = shares[b][(int) Math.floor(tail * (RESAMPLES - 1))];
      band[1][b] = shares[b][(int) Math.ceil((1 - tail) * (RESAMPLES - 1))];
    }
    return band;
  }
}

package org.separatrix.analysis.nonstrict;

import org.hipparchus.special.Beta;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/**
 * How many runs were still there after some numbers of steps.
 *
 * @param steps the numbers, ascending; copied
 * @param counts runs that had not left after so many; copied
 * @param runs number of runs
 */
record Survivors(int[] steps, long[] counts, int runs) {
  Survivors {
    steps = steps.clone();
    counts = counts.clone();
  }

  static Survivors of(Runs runs, int[] steps) {
    long[] counts = new long[steps.length];
    for (int i = 0; i < runs.size(); i++) {
      boolean left = runs.termination()[i] != Termination.BUDGET;
      for (int j = 0; j < steps.length; j++) {
        counts[j] += !left || runs.steps()[i] > steps[j] ? 1 : 0;
      }
    }
    return new Survivors(steps, counts, runs.size());
  }

  double share(int j) {
    return (double) counts[j] / runs;
  }

  /** Returns the slope of ln(share) against ln(1 + k/k_0) between two of the numbers. */
  double slope(int from, int to, double k0) {
    return Math.log(share(to) / share(from)) / distance(from, to, k0);
  }

  /** Returns its standard error: a count given the one before is binomial. */
  double standardError(int from, int to, double k0) {
    double kept = (double) counts[to] / counts[from];
    return Math.sqrt((1 - kept) / counts[to]) / distance(from, to, k0);
  }

  private double distance(int from, int to, double k0) {
    return Math.log((1 + steps[to] / k0) / (1 + steps[from] / k0));
  }

  /**
   * Returns the two-sided p-value of a count under the most favourable probability of an interval.
   *
   * @param count successes
   * @param trials trials
   * @param low smallest probability
   * @param high largest probability
   */
  static double pValue(long count, long trials, double low, double high) {
    double share = (double) count / trials;
    if (share < low) {
      // P(X <= count) at the smallest probability.
      return Math.min(1, 2 * upperTail(trials - count, trials, 1 - low));
    }
    return share > high ? Math.min(1, 2 * upperTail(count, trials, high)) : 1;
  }

  /** Returns P(X >= count). */
  private static double upperTail(long count, long trials, double probability) {
    if (count <= 0) {
      return 1;
    }
    return count > trials
        ? 0
        : Beta.regularizedBeta(
            Math.min(1, Math.max(0, probability)), (double) count, trials - count + 1.0);
  }
}

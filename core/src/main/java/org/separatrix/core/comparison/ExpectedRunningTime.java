package org.separatrix.core.comparison;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An expected running time and how far it can be trusted.
 *
 * @param value all evaluations over the number of successes; infinite without a success
 * @param low lower end of the bootstrap interval
 * @param high its upper end, infinite where resampling may lose every success
 */
public record ExpectedRunningTime(double value, double low, double high) {
  private static final int RESAMPLES = 2000;

  /**
   * Estimates it, with the percentile interval of the bootstrap (Efron and Tibshirani 1993, chapter
   * 13).
   *
   * @param trials of one method towards one target
   * @param confidence of the interval, in (0, 1)
   * @param random the resampling
   */
  public static ExpectedRunningTime of(Trials trials, double confidence, RandomGenerator random) {
    double[] resampled = new double[RESAMPLES];
    Arrays.setAll(resampled, i -> trials.resampledExpectedRunningTime(random));
    Arrays.sort(resampled);
    double tail = (1 - confidence) / 2;
    return new ExpectedRunningTime(
        trials.expectedRunningTime(),
        resampled[(int) Math.floor(tail * (RESAMPLES - 1))],
        resampled[(int) Math.ceil((1 - tail) * (RESAMPLES - 1))]);
  }
}

package org.separatrix.analysis.escape;

import java.util.Map;
import java.util.Optional;
import org.hipparchus.special.Gamma;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/**
 * How many runs left at which step.
 *
 * @param counts {@code counts[k]} runs left at step k, for k up to the last step K; the last entry,
 *     at K + 1, counts the runs that were still there after step K; copied
 * @param failed runs that ended for another reason
 */
public record ExitTimes(long[] counts, long failed) {
  /** Bins of the chi-squared test hold at least this many expected runs. */
  private static final double LEAST_EXPECTED = 10;

  /** Copies the counts. */
  public ExitTimes {
    counts = counts.clone();
  }

  /**
   * Counts.
   *
   * @param runs the runs, stopped where they left or after K steps
   * @param lastStep K
   */
  public static ExitTimes of(Runs runs, int lastStep) {
    long[] counts = new long[lastStep + 2];
    long failed = 0;
    for (int i = 0; i < runs.size(); i++) {
      if (runs.termination()[i] == Termination.LEFT_DOMAIN) {
        counts[(int) Math.min(runs.steps()[i], lastStep + 1L)]++;
      } else if (runs.termination()[i] == Termination.BUDGET) {
        counts[lastStep + 1]++;
      } else {
        failed++;
      }
    }
    return new ExitTimes(counts, failed);
  }

  /** Returns the number of runs that had not left after step K. */
  public long survivors() {
    return counts[counts.length - 1];
  }

  /** Returns the number of runs counted. */
  public long runs() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** Tells whether any run left, so that their steps have a mean. */
  public boolean anyLeft() {
    return runs() > survivors();
  }

  /** Returns the mean step of the runs that left. */
  public double mean() {
    double sum = 0;
    for (int k = 0; k < counts.length - 1; k++) {
      sum += (double) k * counts[k];
    }
    return sum / (runs() - survivors());
  }

  /** Returns the standard deviation of the step of the runs that left. */
  public double standardDeviation() {
    double mean = mean();
    double sum = 0;
    for (int k = 0; k < counts.length - 1; k++) {
      sum += (k - mean) * (k - mean) * counts[k];
    }
    return Math.sqrt(sum / (runs() - survivors() - 1));
  }

  /**
   * Notes mean and standard deviation, of which there are none where no run, or one, left.
   *
   * @param observed receives them
   */
  public void note(Map<String, Double> observed) {
    if (anyLeft()) {
      observed.put("mean", mean());
    }
    if (runs() - survivors() > 1) {
      observed.put("standard-deviation", standardDeviation());
    }
    observed.put("runs", (double) runs());
  }

  /** Says what was seen. */
  public String text() {
    String all = Numbers.count(runs());
    if (!anyLeft()) {
      return "none of %s runs leaves within %s steps"
          .formatted(all, Numbers.count(counts.length - 2));
    }
    String mean = Numbers.number(mean(), 5);
    return runs() - survivors() == 1
        ? "1 of %s runs leaves after %s steps".formatted(all, mean)
        : "%s runs leave after %s +- %s steps"
            .formatted(all, mean, Numbers.number(standardDeviation()));
  }

  /**
   * Says why a test of these counts does not decide; empty if it does.
   *
   * @param test the test
   */
  public Optional<String> obstacle(ChiSquared test) {
    if (failed > 0) {
      return Optional.of(
          "%s runs ended otherwise than by leaving".formatted(Numbers.count(failed)));
    }
    return Double.isNaN(test.pValue())
        ? Optional.of("by the law nearly all runs leave at the same step, which tests nothing")
        : Optional.empty();
  }

  /**
   * Tests the counts against a law by Pearson's chi-squared test, after merging neighbouring steps
   * until each bin expects at least 10 runs. No parameter is fitted, so b bins have b - 1 degrees
   * of freedom.
   *
   * @param law the law, for steps up to K
   */
  public ChiSquared against(ExitLaw law) {
    double n = (double) runs();
    double statistic = 0;
    double expected = 0;
    double observed = 0;
    double before = 1;
    int bins = 0;
    for (int k = 0; k < counts.length; k++) {
      double after = k < counts.length - 1 ? law.survival(k) : 0;
      expected += n * (before - after);
      observed += counts[k];
      before = after;
      // What is left for the bins to come must be enough for one more.
      boolean last = k == counts.length - 1;
      if (last || (expected >= LEAST_EXPECTED && n * after >= LEAST_EXPECTED)) {
        statistic += (observed - expected) * (observed - expected) / expected;
        bins++;
        expected = 0;
        observed = 0;
      }
    }
    double pValue =
        bins < 2 ? Double.NaN : Gamma.regularizedGammaQ(0.5 * (bins - 1), statistic / 2);
    return new ChiSquared(statistic, bins - 1, pValue);
  }

  /**
   * The outcome of a chi-squared test.
   *
   * @param statistic sum of (observed - expected)^2 / expected
   * @param degreesOfFreedom number of bins less one
   * @param pValue probability of a statistic at least this large under the law; NaN with one bin
   */
  public record ChiSquared(double statistic, int degreesOfFreedom, double pValue) {}
}

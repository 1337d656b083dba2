package org.separatrix.analysis.escape;

/** The distribution of the step T at which a run leaves, as a table. */
public interface ExitLaw {
  /** -E ln|Z| for Z ~ N(0, 1): (ln 2 + C)/2, C Euler's constant. */
  double MEAN_LOGARITHM = 0.6351814227307391;

  /** Returns the last step K of the table. */
  int lastStep();

  /**
   * Returns P(T &gt; k).
   *
   * @param k from 0 to the last step
   */
  double survival(int k);

  /** Returns E T = sum_k P(T &gt; k). */
  default double mean() {
    double sum = 0;
    for (int k = lastStep(); k >= 0; k--) {
      sum += survival(k);
    }
    return sum;
  }

  /** Returns the standard deviation, from E T^2 = sum_k (2 k + 1) P(T &gt; k). */
  default double standardDeviation() {
    double sum = 0;
    for (int k = lastStep(); k >= 0; k--) {
      sum += (2.0 * k + 1) * survival(k);
    }
    double mean = mean();
    return Math.sqrt(sum - mean * mean);
  }
}

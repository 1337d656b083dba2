package org.separatrix.analysis.escape;

import org.separatrix.analysis.linearization.PositionResponse;

/**
 * The distribution of the step T at which a run leaves the slab |x| &lt;= R around a strict saddle,
 * when it starts at x_0 ~ N(0, sigma^2) in the unstable coordinate and the dynamics are linear:
 *
 * <p>P(T &gt; k) = P(max_{j &lt;= k} |m_j x_0| &lt;= R) = erf(R / (sigma sqrt(2) max_{j &lt;= k}
 * |m_j|)),
 *
 * <p>exact for every k. For gradient descent m_j = (1 + alpha gamma)^j, and with c = ln(1 + alpha
 * gamma) the mean is about (ln(R/sigma) + (ln 2 + C)/2)/c + 1/2, C = 0.5772 (Euler's constant), and
 * the standard deviation about pi/(2 sqrt(2) c), since ln|Z| of a normal Z has the mean -(ln 2 +
 * C)/2 and the variance pi^2/8.
 */
final class EscapeLaw implements ExitLaw {
  private final double[] survival;
  private final boolean complete;

  /**
   * Creates the law.
   *
   * @param response the numbers m_k
   * @param ratio R/sigma
   * @param negligible probability at which the tail is cut off
   * @param limit most steps
   */
  EscapeLaw(PositionResponse response, double ratio, double negligible, int limit) {
    this(response, StartLaw.NORMAL, ratio, negligible, limit);
  }

  /**
   * Creates the law for other starts: P(T &gt; k) = P(|x_0| &lt;= R / max_{j &lt;= k} |m_j|).
   *
   * @param response the numbers m_k
   * @param start the law of x_0 in units of its scale
   * @param ratio R over that scale
   * @param negligible probability at which the tail is cut off
   * @param limit most steps
   */
  EscapeLaw(PositionResponse response, StartLaw start, double ratio, double negligible, int limit) {
    double bound = ratio * start.slope() / negligible;
    double[] envelope = response.envelope(bound, limit);
    survival = new double[envelope.length];
    for (int k = 0; k < survival.length; k++) {
      survival[k] = start.within(ratio / envelope[k]);
    }
    complete = envelope[envelope.length - 1] >= bound;
  }

  /** Tells whether the tail is negligible from the last step on, so that the limit did not bind. */
  boolean isComplete() {
    return complete;
  }

  @Override
  public int lastStep() {
    return survival.length - 1;
  }

  @Override
  public double survival(int k) {
    return survival[k];
  }
}

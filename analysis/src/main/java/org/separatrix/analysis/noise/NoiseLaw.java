package org.separatrix.analysis.noise;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.separatrix.analysis.escape.ExitLaw;

/**
 * The distribution of the step T at which noise drives a run from a saddle out of |y| &lt;= R.
 *
 * <p>P(T &gt; k) = P(|y_j| &lt;= R for all j &lt;= k) is replaced by P(|y_k| &lt;= R) = erf(R /
 * (s_k sqrt 2)), s_k^2 the exact variance of the linear recursion. The two differ by at most the
 * probability that a run comes back: given y_k = r &gt; R, y_{k+1} is normal with the mean rho_k r
 * and the variance tau_k^2 of the regression, so that
 *
 * <p>error &lt;= sum_k P(|y_k| &gt; R) Phi(-(rho_k - 1) R / tau_k), wherever rho_k &gt;= 1.
 */
final class NoiseLaw implements ExitLaw {
  private final double[] survival;
  private final double error;

  /**
   * Creates the law.
   *
   * @param response of the position along the unstable direction
   * @param radius R
   * @param negligible probability at which the tail is cut off
   */
  NoiseLaw(NoiseResponse response, double radius, double negligible) {
    double[] table = new double[response.lastStep()];
    double returns = 0;
    int steps = 0;
    table[steps++] = 1;
    while (steps < table.length && table[steps - 1] > negligible) {
      int k = steps;
      double variance = response.variances()[k];
      double argument = radius / Math.sqrt(2 * variance);
      table[k] = Erf.erf(argument);
      double rho = response.regression(k);
      double back =
          rho < 1
              ? 1
              : 0.5 * Erf.erfc((rho - 1) * radius / Math.sqrt(2 * response.openVariance(k)));
      returns += Erf.erfc(argument) * back;
      steps++;
    }
    survival = Arrays.copyOf(table, steps);
    error = returns;
  }

  @Override
  public int lastStep() {
    return survival.length - 1;
  }

  @Override
  public double survival(int k) {
    return survival[k];
  }

  /** Returns by how much P(T &gt; k) can be wrong at any k. */
  double error() {
    return error;
  }
}

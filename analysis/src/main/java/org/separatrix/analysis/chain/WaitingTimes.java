package org.separatrix.analysis.chain;

import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;

/**
 * How long a run waits at each saddle of a chain, as the linearization says.
 *
 * <p>Near saddle j a step multiplies the displacement along v_k by m_jk, which is below 1 for k
 * &gt; j and above it for k = j. So the run comes to saddle k, at step T_{k-1}, with the
 * displacement a_k prod m_jk^(s_j - T_{j-1}), times a factor between the least and the largest of
 * m_jk and m_{j+1,k} for each of the T_j - s_j steps from saddle j to the next one; and leaves at
 * the first step s_k at which that times m_kk^(s_k - T_{k-1}) exceeds R_k/2. With kappa = ln
 * (1/m_jk) / ln m_kk,
 *
 * <p>T_k = (1 + kappa) T_{k-1} + T_1 + O(1),
 *
 * <p>and the O(1) is bounded by (1 + kappa) times the steps on the way.
 */
final class WaitingTimes {
  private static final double ROUNDING = 1e-12;

  private final Chain chain;
  private final Linearization linearization;

  WaitingTimes(Chain chain, Linearization linearization) {
    this.chain = chain;
    this.linearization = linearization;
  }

  /** Returns kappa at the last saddle but one, for the direction in which the last one is left. */
  double kappa() {
    int m = chain.passed();
    return -logarithm(m - 1, m) / logarithm(m, m);
  }

  /** Returns s_k - T_{k-1}, as it was. */
  long measured(int k) {
    return chain.departure(k) - chain.passage(k - 1);
  }

  /** Returns the bounds of s_k - T_{k-1}. */
  Bounds predicted(int k) {
    double fixed = Math.log(chain.amplitude(k));
    double most = 0;
    double least = 0;
    for (int j = 1; j < k; j++) {
      double here = logarithm(j, k);
      double there = logarithm(j + 1, k);
      long way = chain.passage(j) - chain.departure(j);
      fixed += here * (chain.departure(j) - chain.passage(j - 1));
      most += way * Math.max(here, there);
      least += way * Math.min(here, there);
    }
    double growth = logarithm(k, k);
    double target = Math.log(chain.radius(k) / 2);
    double slack = ROUNDING * (1 + chain.passage(k));
    // The first whole step that goes beyond the target may go beyond it by almost one step more.
    return new Bounds(
        (target - fixed - most) / growth - slack,
        Math.max(0, (target - fixed - least) / growth + 1) + slack);
  }

  /** Returns ln|m_jk|. */
  double logarithm(int j, int k) {
    return Math.log(
        Math.abs(linearization.at(curvature(chain.point(j), chain.direction(k)))[0][0]));
  }

  /** Returns v'H v at a point. */
  static double curvature(CriticalPoint point, double[] v) {
    double[][] vectors = point.eigenvectors();
    double[] values = point.eigenvalues();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double part = 0;
      for (int n = 0; n < v.length; n++) {
        part = Math.fma(vectors[i][n], v[n], part);
      }
      sum += values[i] * part * part;
    }
    return sum;
  }

  /**
   * An interval of steps.
   *
   * @param low its lower end
   * @param high its upper end
   */
  record Bounds(double low, double high) {
    boolean contains(double steps) {
      return low <= steps && steps <= high;
    }
  }
}

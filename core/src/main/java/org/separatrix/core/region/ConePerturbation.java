package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

/**
 * Another proof of what a {@link SaddleCone} needs, by the distance e = |M - M_0| of a
 * linearization from one that is nearly block-diagonal.
 *
 * <p>Let |u_next| &gt;= a_0 |u| and |s_next| &lt;= b_0 k |u| in the cone for M_0. M adds (e_u, e_s)
 * with e_u^2 + e_s^2 &lt;= e^2 |z|^2 and |z|^2 &lt;= (1 + k^2) |u|^2, and k e_u + e_s &lt;= (1 +
 * k^2)^(1/2) |(e_u, e_s)|. So the run grows by a and stays in the cone if
 *
 * <pre>
 *   a_0 - (1 + k^2)^(1/2) e &gt;= a,   k (a_0 - b_0) &gt;= (1 + k^2) e.
 * </pre>
 *
 * For gradient descent with alpha &lt; 1/L at a saddle with lambda_min = -gamma, a_0 = 1 + alpha
 * gamma, b_0 &lt;= 1 and e &lt;= alpha rho r on the ball, rho the Lipschitz constant of the
 * Hessian: for k = 1 both hold up to r = gamma / (2 rho).
 *
 * @param center M_0
 * @param growth a_0
 * @param stable b_0
 * @param opening k
 */
record ConePerturbation(IntervalMatrix center, double growth, double stable, double opening) {

  /** Tells whether both inequalities hold for a linearization and a given a. */
  boolean holds(IntervalMatrix m, double least) {
    if (m.isEmpty() || !m.isBounded()) {
      return false;
    }
    Interval distance = Interval.point(OperatorNorm.upper(m.minus(center)));
    Interval k = Interval.point(opening);
    Interval stretch = Interval.ONE.plus(k.squared());
    Interval left = Interval.point(growth).minus(stretch.sqrt().times(distance));
    Interval gap = k.times(Interval.point(growth).minus(Interval.point(stable)));
    return left.low() >= least && gap.low() >= stretch.times(distance).high();
  }
}

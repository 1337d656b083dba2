package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.api.analysis.Fate;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * A cone of states at a strict saddle, cut off by a ball that every run in the cone leaves.
 *
 * <p>In coordinates z = (u, s) = T (xi - xi*), xi* = v (x) x*, a step takes z to M z, where M is a
 * mean of the linearizations at states of the segment from xi* to xi, all of which lie in the ball
 * |z| &lt;= r if xi does. With blocks M_uu, ..., and a fixed matrix Q, divided by |Q|, these
 * numbers are proven for every single linearization on the ball:
 *
 * <pre>
 *   (1)  lambda_min(sym(Q' M_uu)) - k |M_us| &gt;= a &gt; 1
 *   (2)  k (lambda_min(sym(Q' M_uu)) - k |M_us|) &gt;= |M_su| + k |M_ss|
 * </pre>
 *
 * For fixed u and s what they say is concave in M, so that it holds for means, too. Let |s| &lt;= k
 * |u|, u not 0. Then |u_next| &gt;= u'Q' M_uu u / |u| - |M_us| |s| &gt;= a |u| by (1), and |s_next|
 * &lt;= (|M_su| + k |M_ss|) |u| &lt;= k |u_next| by (2): the run is in the cone again. While it
 * stays in the ball |u| grows by a > 1, which it cannot do for ever, so the run leaves. It does not
 * converge to the saddle unless it comes back from outside, which {@link #isBelow} can exclude.
 * This is the argument of Lee et al. (2016) for the unstable manifold, with constants. Where (1)
 * and (2) cannot be shown, {@link ConePerturbation} shows the same of u'Q'(M_uu u + M_us s); with
 * it the ball is no smaller than that of radius gamma / (2 sqrt 2 rho), rho the Lipschitz constant
 * of the Hessian, if alpha &lt; 1/L and the Hessian is enclosed sharply.
 *
 * <p>All of it holds for the exact iteration from the given doubles, and for the critical point in
 * {@code saddle}; that there is one was proven by who gave the box.
 *
 * @param saddle contains the critical point x*
 * @param restingState contains xi*
 * @param coordinates the coordinates z, u first
 * @param rotation Q, m x m with the number m of the coordinates u, at least 1
 * @param opening k, the tangent of half the cone's angle
 * @param radius r, in |z|; for gradient descent nearly the Euclidean distance
 * @param growth a
 * @param map the map
 */
public record SaddleCone(
    IntervalVector saddle,
    IntervalVector restingState,
    LinearCoordinates coordinates,
    IntervalMatrix rotation,
    double opening,
    double radius,
    double growth,
    LiftedMap map)
    implements CertifiedRegion {

  @Override
  public boolean contains(double... state) {
    if (!Arrays.stream(state).allMatch(Double::isFinite)) {
      return false;
    }
    IntervalVector z = coordinates(state);
    Interval u = LinearCoordinates.norm(z, 0, rotation.rows());
    Interval s = LinearCoordinates.norm(z, rotation.rows(), z.dimension());
    return LinearCoordinates.norm(z, 0, z.dimension()).high() <= radius
        && u.low() > 0
        && s.high() <= u.times(opening).low();
  }

  @Override
  public Fate fate() {
    return Fate.CERTIFIED_LEFT_SADDLE;
  }

  /**
   * Returns a number of steps after which a run has left the ball at least once.
   *
   * @param state a state in this region
   */
  public double stepsToLeave(double... state) {
    Interval u = LinearCoordinates.norm(coordinates(state), 0, rotation.rows());
    Interval ratio = Interval.point(radius).dividedBy(u);
    return Math.ceil(ratio.log().dividedBy(Interval.point(growth).log()).high()) + 1;
  }

  /**
   * Tells whether f is certainly smaller at a position than at the saddle, by the sign of (x -
   * x*)'J (x - x*) for all Jacobians J of the gradient on the segment. A method that never
   * increases f, as gradient descent with alpha &lt; 2/L where L holds, then never converges to
   * this saddle.
   *
   * @param x the position, d numbers; not modified
   */
  public boolean isBelow(double... x) {
    IntervalVector point = IntervalVector.point(x);
    IntervalVector way = point.minus(saddle);
    IntervalVector image = map.jacobian(point.hull(saddle)).times(way);
    return way.dot(image).high() < 0;
  }

  private IntervalVector coordinates(double... state) {
    return coordinates.of(IntervalVector.point(state).minus(restingState));
  }
}

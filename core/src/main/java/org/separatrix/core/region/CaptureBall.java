package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.api.analysis.Fate;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.UpperBounds;

/**
 * A ball of states around a minimum from which every run converges to it.
 *
 * <p>With coordinates z = T (xi - xi*), xi* = v (x) x*, the map takes z to M z with M = T (A + B J
 * C) T^-1, J the mean of the gradient's Jacobian on the segment between x* and the position. On an
 * inner ball |M| &lt;= q &lt; 1 was proven for the Jacobian at every position, hence for their
 * means; for gradient descent T = I, and |I - alpha J| &lt; 1 is 0 &lt; J &lt; 2/alpha (Nesterov
 * 2004, section 2.1.5, with local constants). Farther out, where J may be indefinite, {@link
 * RadialDecrease} proves |z_next| &lt;= q |z| for gradient descent. So |z| shrinks by q in each
 * step, the ball is mapped into itself, and every run from it converges to xi*; there is no other
 * critical point in it.
 *
 * <p>That speaks of the exact iteration from the given doubles. If each computed step is wrong by
 * at most delta in |z| on the ball, |z_next| &lt;= q |z| + delta: a computed run in the ball stays
 * in it if delta &lt;= (1 - q) r, and its distance from xi* falls below any bound above delta / (1
 * - q).
 *
 * <p>All of it holds for the critical point in {@code minimum}; that there is one was proven by who
 * gave the box.
 *
 * @param minimum contains the critical point x*
 * @param restingState contains xi*
 * @param coordinates the coordinates z
 * @param radius r, in |z|. For gradient descent the Euclidean distance from x*; for other methods
 *     scaled such that a state at rest has nearly the Euclidean distance of its position
 * @param inner radius of the inner ball, at most r
 * @param contraction q
 * @param stepError delta, infinite if not known
 */
public record CaptureBall(
    IntervalVector minimum,
    IntervalVector restingState,
    LinearCoordinates coordinates,
    double radius,
    double inner,
    double contraction,
    double stepError)
    implements CertifiedRegion {

  @Override
  public boolean contains(double... state) {
    return Arrays.stream(state).allMatch(Double::isFinite) && distance(state).high() <= radius;
  }

  /** Returns an enclosure of |z| for a state. */
  Interval distance(double... state) {
    IntervalVector z = coordinates.of(IntervalVector.point(state).minus(restingState));
    return LinearCoordinates.norm(z, 0, z.dimension());
  }

  @Override
  public Fate fate() {
    return Fate.CERTIFIED_MINIMUM;
  }

  /** Tells whether also a run computed with rounding stays in the ball. */
  public boolean holdsComputedRuns() {
    return residual() <= radius;
  }

  /**
   * Returns delta / (1 - q) rounded up: the distance from the minimum, in |z|, to which a computed
   * run comes, if it stays in the ball.
   */
  public double residual() {
    return UpperBounds.quotient(stepError, Interval.ONE.minus(Interval.point(contraction)).low());
  }
}

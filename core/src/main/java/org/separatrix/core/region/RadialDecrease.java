package org.separatrix.core.region;

import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * The proof that gradient descent comes closer to a minimum, where the Hessian on the way there may
 * be indefinite: with z = x - x* and the gradient G(x),
 *
 * <pre>
 *   |z - alpha G|^2 &lt;= q^2 |z|^2   iff   alpha G'(2 z - alpha G) &gt;= (1 - q^2) |z|^2.
 * </pre>
 *
 * It cannot be decided on boxes around x* itself; there a contraction is needed.
 *
 * @param map gradient descent on a function
 * @param minimum contains x*
 * @param inner radius of the ball around x* on which the map contracts by q
 * @param contraction q
 */
record RadialDecrease(LiftedMap map, IntervalVector minimum, double inner, double contraction) {

  /** Tells whether it holds for all positions of a box. */
  boolean holds(IntervalVector positions) {
    IntervalVector z = positions.minus(minimum);
    Interval distance = LinearCoordinates.norm(z, 0, z.dimension());
    if (distance.high() <= inner) {
      return true;
    }
    Enclosure<IntervalVector> gradient = map.gradient().meanValueGradient(positions);
    if (!gradient.isDefinedEverywhere() || !gradient.range().isBounded()) {
      return false;
    }
    IntervalVector g = gradient.range();
    Interval alpha = map.b().get(0).negated();
    IntervalVector rest = z.times(Interval.point(2)).minus(g.times(alpha));
    Interval decrease = alpha.times(g.dot(rest));
    Interval share = Interval.ONE.minus(Interval.point(contraction).squared());
    return decrease.low() >= share.times(distance.squared()).high();
  }
}

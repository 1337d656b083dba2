package org.separatrix.core.region;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.separatrix.core.interval.IntervalVector;

/**
 * A ball of positions within a box, and the proof that something holds all over it: on the box, or
 * on every part of it that meets the ball.
 *
 * @param center contains the center
 * @param reach radius of the ball
 * @param box contains the ball
 */
record PositionRegion(IntervalVector center, double reach, IntervalVector box) {
  /** How many parts are tried before the proof is given up. */
  private static final int MOST_PARTS = 4000;

  /** The same beyond three dimensions, where parts help little. */
  private static final int MOST_PARTS_IN_SPACE = 200;

  /** Parts are no narrower than this share of the box. */
  private static final double NARROWEST = 1.0 / 256;

  /**
   * Tells whether a property is proven on all parts.
   *
   * @param property tells whether it is proven on a box; a proof for a box is one for its parts
   */
  boolean isProven(Predicate<IntervalVector> property) {
    if (!box.isBounded()) {
      return false;
    }
    int most = box.dimension() > 3 ? MOST_PARTS_IN_SPACE : MOST_PARTS;
    double narrowest = NARROWEST * box.width();
    Deque<IntervalVector> pending = new ArrayDeque<>();
    pending.push(box);
    for (int parts = 0; !pending.isEmpty(); parts++) {
      IntervalVector part = pending.pop();
      if (distance(part) > reach || property.test(part)) {
        continue;
      }
      if (parts >= most || part.width() <= narrowest) {
        return false;
      }
      part.bisected().forEach(pending::push);
    }
    return true;
  }

  /** Returns a bound from below of the distance between the ball's center and a box. */
  private double distance(IntervalVector part) {
    return LinearCoordinates.norm(part.minus(center), 0, part.dimension()).low();
  }
}

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
  /** Directions in the plane of two axes in which the edge of the ball is looked at. */
  private static final int EDGE_DIRECTIONS = 8;

  /** Keeps points at the edge inside the ball in spite of rounding. */
  private static final double INSIDE = 1 - 0x1p-20;

  /** Parts are no narrower than this share of the box. */
  private static final double NARROWEST = 1.0 / 256;

  /**
   * Tells whether a property is proven on all parts.
   *
   * @param property tells whether it is proven on a box; a proof for a box is one for its parts
   * @param most how many parts are tried before the proof is given up
   */
  boolean isProven(Predicate<IntervalVector> property, int most) {
    if (!box.isBounded()) {
      return false;
    }
    if (property.test(box)) {
      return true;
    }
    if (isRefutedAtEdge(property)) {
      return false;
    }
    double narrowest = NARROWEST * box.width();
    Deque<IntervalVector> pending = new ArrayDeque<>();
    pending.push(box);
    for (int parts = 0; !pending.isEmpty(); parts++) {
      IntervalVector part = pending.pop();
      if (distance(part) > reach || property.test(part)) {
        continue;
      }
      if (parts >= most || part.width() <= narrowest || isRefuted(part, property)) {
        return false;
      }
      part.bisected().forEach(pending::push);
    }
    return true;
  }

  /**
   * Looks for a point at the edge of the ball at which the property is not proven, along each axis
   * and two diagonals of each pair of neighbouring ones: most radii that are too large show it
   * there, so that the many parts around it need not be tried.
   */
  private boolean isRefutedAtEdge(Predicate<IntervalVector> property) {
    double[] middle = center.midpoint();
    int d = middle.length;
    for (int k = 0; k < d; k++) {
      int next = (k + 1) % d;
      for (int direction = 0; direction < (d > 1 ? EDGE_DIRECTIONS : 2); direction++) {
        double angle = d > 1 ? Math.PI * direction / (EDGE_DIRECTIONS / 2) : Math.PI * direction;
        double[] point = middle.clone();
        point[k] += INSIDE * reach * Math.cos(angle);
        if (d > 1) {
          point[next] += INSIDE * reach * Math.sin(angle);
        }
        if (box.contains(point) && !property.test(IntervalVector.point(point))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tells whether no proof can succeed, since it fails at the middle of a part, in the ball. */
  private boolean isRefuted(IntervalVector part, Predicate<IntervalVector> property) {
    IntervalVector middle = IntervalVector.point(part.midpoint());
    return distance(middle) <= reach && !property.test(middle);
  }

  /** Returns a bound from below of the distance between the ball's center and a box. */
  private double distance(IntervalVector part) {
    return LinearCoordinates.norm(part.minus(center), 0, part.dimension()).low();
  }
}

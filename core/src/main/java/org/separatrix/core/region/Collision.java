package org.separatrix.core.region;

import org.separatrix.core.interval.IntervalVector;

/**
 * Two points that gradient descent takes to the same place, g(p) = g(q), p not q: a proof that the
 * map is not injective.
 *
 * @param p a box that contains the one
 * @param q a box that contains the other; disjoint from that
 */
public record Collision(IntervalVector p, IntervalVector q) {
  /** Checks that the boxes are disjoint. */
  public Collision {
    if (!p.intersection(q).isEmpty()) {
      throw new IllegalArgumentException("%s and %s meet".formatted(p, q));
    }
  }
}

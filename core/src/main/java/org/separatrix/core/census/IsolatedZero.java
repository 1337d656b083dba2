package org.separatrix.core.census;

import org.separatrix.core.interval.IntervalVector;

/**
 * A zero of a gradient, proved to exist and to be the only one in a neighbourhood.
 *
 * @param enclosure contains the zero
 * @param uniqueness a box around it with no other zero, on which Krawczyk's operator proves both
 */
record IsolatedZero(IntervalVector enclosure, IntervalVector uniqueness) {
  /** Tells whether another one, whose enclosure meets this one's, is certainly the same zero. */
  boolean isSameAs(IsolatedZero other) {
    return uniqueness.contains(other.enclosure) || other.uniqueness.contains(enclosure);
  }
}

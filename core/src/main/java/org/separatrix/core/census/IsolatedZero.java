package org.separatrix.core.census;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A zero of a gradient, proved to exist and to be the only one in a neighbourhood.
 *
 * @param enclosure contains the zero
 * @param uniqueness a box around it with no other zero, on which Krawczyk's operator proves both
 */
record IsolatedZero(IntervalVector enclosure, IntervalVector uniqueness) {
  /** Relative to the uniqueness box. */
  private static final double SLACK = 0x1p-60;

  /**
   * Returns the enclosure made so much wider that a second computation, which rounds otherwise,
   * stays inside of it. A single point was found without error and stays.
   */
  IntervalVector enclosureWithSlack() {
    IntervalVector wider = enclosure;
    for (int k = 0; k < wider.dimension() && !isExact(); k++) {
      Interval component = wider.get(k);
      double margin =
          component.width()
              + 2 * Math.ulp(component.magnitude())
              + SLACK * uniqueness.get(k).width();
      wider = wider.with(k, component.inflated(margin).intersection(uniqueness.get(k)));
    }
    return wider;
  }

  /** Tells whether the zero is known without error. */
  boolean isExact() {
    return enclosure.equals(IntervalVector.point(enclosure.midpoint()));
  }

  /** Tells whether another one, whose enclosure meets this one's, is certainly the same zero. */
  boolean isSameAs(IsolatedZero other) {
    return uniqueness.contains(other.enclosure) || other.uniqueness.contains(enclosure);
  }
}

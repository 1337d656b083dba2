package org.separatrix.core.census;

import java.util.Comparator;
import org.separatrix.core.interval.IntervalVector;

/** The order of boxes by their lower bounds, then their upper ones, coordinate by coordinate. */
enum BoxOrder implements Comparator<IntervalVector> {
  /** The one. */
  ASCENDING;

  @Override
  public int compare(IntervalVector a, IntervalVector b) {
    for (int k = 0; k < a.dimension(); k++) {
      int order = Double.compare(a.get(k).low(), b.get(k).low());
      if (order != 0) {
        return order;
      }
    }
    for (int k = 0; k < a.dimension(); k++) {
      int order = Double.compare(a.get(k).high(), b.get(k).high());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

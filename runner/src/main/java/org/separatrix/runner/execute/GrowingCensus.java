package org.separatrix.runner.execute;

import java.util.List;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.critical.Limits;

/**
 * The critical points of an objective while its cells run: runs may end at points that the search
 * did not find. Ids are final when all cells are done.
 */
final class GrowingCensus {
  private Census census;

  GrowingCensus(Census census) {
    this.census = census;
  }

  Census census() {
    return census;
  }

  /** Takes in points found at the ends of runs, and tells whether there were any. */
  boolean add(List<CriticalPoint> found) {
    if (found.isEmpty()) {
      return false;
    }
    census = CriticalPointSearch.merged(census, found);
    return true;
  }

  /** Returns the id of a point that was in this census, or was found, at any time. */
  String idOf(CriticalPoint point) {
    return Limits.representative(census, point).id();
  }
}

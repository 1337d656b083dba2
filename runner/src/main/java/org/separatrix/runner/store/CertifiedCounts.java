package org.separatrix.runner.store;

import java.util.List;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.interval.IntervalVector;

/** Puts what is proven of the critical points of an objective into the form of the summary. */
final class CertifiedCounts {
  private CertifiedCounts() {}

  static Summary.CertifiedCount of(SeparableCensus census) {
    List<SeparableCensus.Undecided> undecided = census.undecided();
    return new Summary.CertifiedCount(
        census.isComplete(),
        census.count(),
        census.inside(),
        census.countsByIndex(),
        undecided.size(),
        undecided.stream()
            .limit(Summary.REGIONS_LISTED)
            .map(each -> new Summary.Undecided(intervals(each.extent()), each.reason().label()))
            .toList());
  }

  private static double[][] intervals(IntervalVector box) {
    double[][] intervals = new double[box.dimension()][];
    for (int k = 0; k < intervals.length; k++) {
      intervals[k] = new double[] {box.get(k).low(), box.get(k).high()};
    }
    return intervals;
  }
}

package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.core.census.UndecidedRegion.Reason;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * Makes regions of the boxes that a search could not decide.
 *
 * @param function whose critical points
 * @param zeros what was found; a box in the neighbourhood of one of them holds no other
 */
record UndecidedRegions(IntervalExtension function, List<IsolatedZero> zeros) {
  /** Up to so many boxes, the Hessian is enclosed on each; else on the hull. */
  private static final int EXAMINED_BOXES = 20_000;

  /** Returns the regions in ascending order. */
  List<UndecidedRegion> of(
      List<IntervalVector> degenerate,
      List<IntervalVector> undefined,
      List<IntervalVector> unfinished) {
    List<UndecidedRegion> regions = new ArrayList<>();
    add(degenerate, Reason.DEGENERATE, regions);
    add(undefined, Reason.NOT_DEFINED, regions);
    add(unfinished, Reason.UNFINISHED, regions);
    regions.sort(Comparator.comparing(UndecidedRegion::hull, BoxOrder.ASCENDING));
    return regions;
  }

  private void add(List<IntervalVector> boxes, Reason reason, List<UndecidedRegion> regions) {
    List<IntervalVector> open = boxes.stream().filter(box -> !isSettled(box)).toList();
    for (List<IntervalVector> cluster : BoxClusters.of(open)) {
      IntervalVector hull = cluster.get(0);
      for (IntervalVector box : cluster) {
        hull = hull.hull(box);
      }
      regions.add(new UndecidedRegion(hull, cluster, reason, lowestEigenvalue(hull, cluster)));
    }
  }

  private boolean isSettled(IntervalVector box) {
    return zeros.stream().anyMatch(zero -> zero.uniqueness().contains(box));
  }

  private Interval lowestEigenvalue(IntervalVector hull, List<IntervalVector> cluster) {
    Interval lowest = Interval.EMPTY;
    for (IntervalVector box : cluster.size() <= EXAMINED_BOXES ? cluster : List.of(hull)) {
      lowest = lowest.hull(HessianSpectrum.on(function, box).eigenvalues().get(0));
    }
    return lowest;
  }
}

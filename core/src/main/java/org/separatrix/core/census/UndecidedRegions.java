package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.separatrix.core.census.UndecidedRegion.Reason;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * Makes regions of the boxes that a search could not decide.
 *
 * @param function whose critical points
 * @param box where the search looked, so that all critical points there are known or undecided
 * @param zeros what was found; a box in the neighbourhood of one of them holds no other
 */
record UndecidedRegions(IntervalExtension function, IntervalVector box, List<IsolatedZero> zeros) {
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
    return regions.stream().map(region -> withDegree(region, regions)).toList();
  }

  private void add(List<IntervalVector> boxes, Reason reason, List<UndecidedRegion> regions) {
    List<IntervalVector> open = boxes.stream().filter(box -> !isSettled(box)).toList();
    for (List<IntervalVector> cluster : BoxClusters.of(open)) {
      IntervalVector hull = cluster.get(0);
      for (IntervalVector box : cluster) {
        hull = hull.hull(box);
      }
      regions.add(
          new UndecidedRegion(
              hull, cluster, reason, lowestEigenvalue(hull, cluster), OptionalInt.empty()));
    }
  }

  /** A box around the region alone has the degree that the region has. */
  private UndecidedRegion withDegree(UndecidedRegion region, List<UndecidedRegion> all) {
    IntervalVector around = region.hull().inflated(1, region.hull().width());
    boolean alone =
        all.stream().filter(other -> !isApart(other.hull(), around)).count() == 1
            && zeros.stream().allMatch(zero -> isApart(zero.enclosure(), around));
    return region.reason() == Reason.DEGENERATE && alone && box.contains(around)
        ? new UndecidedRegion(
            region.hull(),
            region.boxes(),
            region.reason(),
            region.lowestEigenvalue(),
            GradientDegree.of(function, around))
        : region;
  }

  private static boolean isApart(IntervalVector one, IntervalVector other) {
    return one.intersection(other).isEmpty();
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

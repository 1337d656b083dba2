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

  private static final int SIZES = 6;
  private static final double GROWTH = 16;

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

  /**
   * A box around the region alone has the degree that the region has. Farther from a degenerate
   * point the gradient is easier to tell from 0, so larger boxes are tried, too.
   */
  private UndecidedRegion withDegree(UndecidedRegion region, List<UndecidedRegion> all) {
    OptionalInt degree = OptionalInt.empty();
    double share = 1;
    for (int size = 0; size < SIZES && degree.isEmpty(); size++) {
      IntervalVector around = region.hull().inflated(share, share * region.hull().width());
      if (region.reason() != Reason.DEGENERATE || !isAlone(around, all)) {
        break;
      }
      degree = GradientDegree.of(function, around);
      share *= GROWTH;
    }
    return new UndecidedRegion(
        region.hull(), region.boxes(), region.reason(), region.lowestEigenvalue(), degree);
  }

  /** Tells whether all critical points of a box belong to the one region whose hull meets it. */
  private boolean isAlone(IntervalVector around, List<UndecidedRegion> all) {
    return box.contains(around)
        && all.stream().filter(other -> !isApart(other.hull(), around)).count() == 1
        && zeros.stream().allMatch(zero -> isApart(zero.enclosure(), around));
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

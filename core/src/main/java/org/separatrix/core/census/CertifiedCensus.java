package org.separatrix.core.census;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.separatrix.core.interval.IntervalVector;

/**
 * The critical points of a function in a box, with proof.
 *
 * <p>Each critical point of the closed box lies in the enclosure of exactly one of the points or in
 * an undecided region, and each of the points exists. One whose enclosure crosses the boundary of
 * the box may lie outside.
 *
 * @param box what was searched, d components
 * @param points the points in ascending order of their coordinates
 * @param undecided the regions that stay undecided, in ascending order
 * @param ending why the search ended
 * @param boxes number of boxes that were examined
 * @param degree the Brouwer degree of the gradient on the box, if it was determined
 */
public record CertifiedCensus(
    IntervalVector box,
    List<CertifiedPoint> points,
    List<UndecidedRegion> undecided,
    Ending ending,
    long boxes,
    OptionalInt degree) {
  /** Why a search ended. */
  public enum Ending {
    /** Every box was examined to the end. */
    FINISHED,
    /** The limit in boxes was reached. */
    BOX_LIMIT,
    /** The limit in time was reached. */
    TIME_LIMIT,
    /** The caller ended it. */
    CANCELLED
  }

  /** Copies the lists. */
  public CertifiedCensus {
    points = List.copyOf(points);
    undecided = List.copyOf(undecided);
  }

  /** Tells whether these are certainly all critical points of the box: nothing is undecided. */
  public boolean isComplete() {
    return ending == Ending.FINISHED && undecided.isEmpty();
  }

  /** Returns how many points certainly lie in the box. */
  public int inside() {
    return (int) points.stream().filter(point -> point.placement() == Placement.INSIDE).count();
  }

  /** Returns how many of the points have each Morse index, those without a certain one left out. */
  public SortedMap<Integer, Integer> countsByIndex() {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (CertifiedPoint point : points) {
      point.morseIndex().ifPresent(index -> counts.merge(index, 1, Integer::sum));
    }
    return counts;
  }

  /**
   * Returns the sum of (-1)^index over the points: minima - saddles + maxima in the plane. Empty
   * unless the census is complete, each index certain and each point inside the box.
   */
  public OptionalInt alternatingSum() {
    return isComplete() ? signs() : OptionalInt.empty();
  }

  /**
   * Compares the degree with the sum of (-1)^index over the points and of the degrees of the
   * undecided regions, to which it is equal if nothing was omitted or invented (Milnor 1965). For a
   * coercive function on a box around all its critical points both are 1. Empty if one of them is
   * not known.
   */
  public Optional<Boolean> agreesWithDegree() {
    OptionalInt sum = signs();
    boolean known = ending == Ending.FINISHED && sum.isPresent() && degree.isPresent();
    if (!known || undecided.stream().anyMatch(region -> region.degree().isEmpty())) {
      return Optional.empty();
    }
    int total = sum.getAsInt();
    for (UndecidedRegion region : undecided) {
      total += region.degree().orElseThrow();
    }
    return Optional.of(total == degree.getAsInt());
  }

  /** Returns the point whose enclosure contains x, if there is one; x is not modified. */
  public Optional<CertifiedPoint> locate(double... x) {
    return points.stream().filter(point -> point.enclosure().contains(x)).findFirst();
  }

  /**
   * Returns the point whose middle is nearest to x, if there is any.
   *
   * @param x where, length d; not modified
   */
  public Optional<CertifiedPoint> nearest(double... x) {
    CertifiedPoint nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (CertifiedPoint point : points) {
      double distance = squaredDistance(point.midpoint(), x);
      if (nearest == null || distance < least) {
        nearest = point;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private OptionalInt signs() {
    if (inside() != points.size()) {
      return OptionalInt.empty();
    }
    int sum = 0;
    for (CertifiedPoint point : points) {
      if (point.morseIndex().isEmpty()) {
        return OptionalInt.empty();
      }
      sum += point.morseIndex().getAsInt() % 2 == 0 ? 1 : -1;
    }
    return OptionalInt.of(sum);
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}

package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Combines critical points of the summands of a separable function to those of the sum, whose
 * Hessian is block diagonal.
 *
 * @param dimension number of all variables d
 * @param blocks the summands
 */
record PointProduct(int dimension, List<BlockCensus> blocks) {
  private static final double SLACK = 0x1p-46;

  /** Returns all combinations in ascending order of their coordinates. */
  List<CertifiedPoint> all() {
    List<List<CertifiedPoint>> combinations = List.of(List.of());
    for (BlockCensus block : blocks) {
      List<List<CertifiedPoint>> longer = new ArrayList<>();
      for (List<CertifiedPoint> combination : combinations) {
        for (CertifiedPoint point : block.census().points()) {
          List<CertifiedPoint> extended = new ArrayList<>(combination);
          extended.add(point);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return combinations.stream()
        .map(this::of)
        .sorted(Comparator.comparing(CertifiedPoint::enclosure, BoxOrder.ASCENDING))
        .toList();
  }

  /**
   * Combines one point of each block.
   *
   * @param points in the order of the blocks
   */
  CertifiedPoint of(List<CertifiedPoint> points) {
    Interval[] enclosure = new Interval[dimension];
    Interval[] uniqueness = new Interval[dimension];
    List<Interval> eigenvalues = new ArrayList<>();
    int index = 0;
    boolean decided = true;
    Placement placement = Placement.INSIDE;
    for (int b = 0; b < blocks.size(); b++) {
      CertifiedPoint point = points.get(b);
      List<Integer> variables = blocks.get(b).variables();
      for (int n = 0; n < variables.size(); n++) {
        enclosure[variables.get(n)] = point.enclosure().get(n);
        uniqueness[variables.get(n)] = point.uniqueness().get(n);
      }
      eigenvalues.addAll(point.eigenvalues());
      index += point.morseIndex().orElse(0);
      decided &= point.morseIndex().isPresent();
      placement = point.placement() == Placement.INSIDE ? placement : point.placement();
    }
    IntervalVector around = IntervalVector.of(uniqueness);
    return new CertifiedPoint(
        new IsolatedZero(IntervalVector.of(enclosure), around).enclosureWithSlack(),
        around,
        sorted(eigenvalues),
        decided ? OptionalInt.of(index) : OptionalInt.empty(),
        placement);
  }

  /**
   * The k-th smallest number lies between the k-th smallest lower and upper bounds. They leave room
   * for a computation that does not know of the blocks, but keep their signs.
   */
  private static List<Interval> sorted(List<Interval> eigenvalues) {
    double[] low = eigenvalues.stream().mapToDouble(Interval::low).toArray();
    double[] high = eigenvalues.stream().mapToDouble(Interval::high).toArray();
    Arrays.sort(low);
    Arrays.sort(high);
    List<Interval> ordered = new ArrayList<>();
    double margin = SLACK * Math.max(Math.abs(low[0]), Math.abs(high[high.length - 1]));
    for (int k = 0; k < low.length; k++) {
      Interval eigenvalue = new Interval(low[k], high[k]);
      Interval wider = eigenvalue.inflated(margin);
      ordered.add(wider.contains(0) ? eigenvalue : wider);
    }
    return ordered;
  }
}

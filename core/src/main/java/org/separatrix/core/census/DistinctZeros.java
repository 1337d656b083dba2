package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.core.interval.IntervalVector;

/**
 * Zeros without repetitions: one on the common face of some boxes is found by each of them.
 *
 * <p>Zeros whose enclosures are disjoint are distinct. Those whose enclosures meet are the same if
 * one of the neighbourhoods with one zero holds the other enclosure, or a neighbourhood of both can
 * be proved to have one. Should neither be so, both go back to the undecided.
 *
 * @param zeros distinct ones, ascending
 * @param unresolved boxes of which it is not known whether they have one zero or two
 */
record DistinctZeros(List<IsolatedZero> zeros, List<IntervalVector> unresolved) {
  /** Sorts zeros out. */
  static DistinctZeros of(List<IsolatedZero> found, ExistenceProof proof) {
    List<IsolatedZero> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparing(IsolatedZero::enclosure, BoxOrder.ASCENDING)
            .thenComparing(IsolatedZero::uniqueness, BoxOrder.ASCENDING));
    List<IsolatedZero> distinct = new ArrayList<>();
    List<IsolatedZero> near = new ArrayList<>();
    List<IntervalVector> unresolved = new ArrayList<>();
    for (IsolatedZero zero : sorted) {
      double low = zero.enclosure().get(0).low();
      // Lower bounds ascend, so what ends below this one meets none of those that follow.
      near.removeIf(other -> other.enclosure().get(0).high() < low);
      boolean known = false;
      for (IsolatedZero other : near) {
        if (meet(zero.enclosure(), other.enclosure())) {
          IntervalVector both = zero.enclosure().hull(other.enclosure());
          if (zero.isSameAs(other)
              || proof.isolate(both, both) instanceof ExistenceProof.Isolated) {
            known = true;
            break;
          }
          unresolved.add(both);
        }
      }
      if (!known) {
        near.add(zero);
        distinct.add(zero);
      }
    }
    distinct.removeIf(zero -> unresolved.stream().anyMatch(box -> meet(box, zero.enclosure())));
    return new DistinctZeros(List.copyOf(distinct), List.copyOf(unresolved));
  }

  private static boolean meet(IntervalVector a, IntervalVector b) {
    return !a.intersection(b).isEmpty();
  }
}

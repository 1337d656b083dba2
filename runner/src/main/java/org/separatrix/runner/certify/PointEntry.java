package org.separatrix.runner.certify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.Placement;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A critical point that was proved to exist, see {@link CertifiedPoint}.
 *
 * @param enclosure contains the point
 * @param uniqueness a box around it with no other critical point
 * @param eigenvalues enclosures of the Hessian's eigenvalues, ascending
 * @param kind what they say
 * @param morseIndex number of negative eigenvalues; null if it is not certain
 * @param placement whether the point lies in the box
 */
public record PointEntry(
    List<Interval> enclosure,
    List<Interval> uniqueness,
    List<Interval> eigenvalues,
    String kind,
    @JsonSetter(nulls = Nulls.SET) @Nullable Integer morseIndex,
    String placement) {
  /** Copies the lists. */
  public PointEntry {
    enclosure = List.copyOf(enclosure);
    uniqueness = List.copyOf(uniqueness);
    eigenvalues = List.copyOf(eigenvalues);
  }

  static PointEntry of(CertifiedPoint point) {
    return new PointEntry(
        ObjectiveCertificate.intervals(point.enclosure()),
        ObjectiveCertificate.intervals(point.uniqueness()),
        point.eigenvalues(),
        point.kind().label(),
        point.morseIndex().isPresent() ? point.morseIndex().getAsInt() : null,
        point.placement().label());
  }

  /** Returns what is claimed, apart from the kind, which the index implies. */
  public CertifiedPoint claim() {
    return new CertifiedPoint(
        IntervalVector.of(enclosure.toArray(Interval[]::new)),
        IntervalVector.of(uniqueness.toArray(Interval[]::new)),
        eigenvalues,
        morseIndex == null ? OptionalInt.empty() : OptionalInt.of(morseIndex),
        placement.equals(Placement.INSIDE.label())
            ? Placement.INSIDE
            : Placement.BOUNDARY_UNDECIDED);
  }
}

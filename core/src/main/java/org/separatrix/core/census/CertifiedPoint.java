package org.separatrix.core.census;

import java.util.List;
import java.util.OptionalInt;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * A critical point that was proved to exist.
 *
 * <p>{@link PointVerification} repeats the proof of everything that is said here.
 *
 * @param enclosure contains the point, d components; a component that is a single number is exact
 * @param uniqueness a box around the enclosure that holds no other critical point
 * @param eigenvalues enclosures of the Hessian's eigenvalues at the point, ascending, d of them
 * @param morseIndex number of negative eigenvalues, if the sign of each is certain
 * @param placement whether the point lies in the box that was searched
 */
public record CertifiedPoint(
    IntervalVector enclosure,
    IntervalVector uniqueness,
    List<Interval> eigenvalues,
    OptionalInt morseIndex,
    Placement placement) {
  /** Copies the list and checks that the boxes and eigenvalues have one dimension. */
  public CertifiedPoint {
    eigenvalues = List.copyOf(eigenvalues);
    int d = enclosure.dimension();
    if (uniqueness.dimension() != d || eigenvalues.size() != d) {
      throw new IllegalArgumentException(
          "a point of %d coordinates has a uniqueness box of %d and %d eigenvalues"
              .formatted(d, uniqueness.dimension(), eigenvalues.size()));
    }
  }

  /** Describes a zero of the gradient that was isolated. */
  static CertifiedPoint of(IntervalExtension function, IntervalVector box, IsolatedZero zero) {
    IntervalVector enclosure = zero.enclosureWithSlack();
    HessianSpectrum spectrum = HessianSpectrum.on(function, enclosure);
    return new CertifiedPoint(
        enclosure,
        zero.uniqueness(),
        spectrum.eigenvalues(),
        spectrum.negative(),
        box.contains(zero.enclosure()) ? Placement.INSIDE : Placement.BOUNDARY_UNDECIDED);
  }

  /**
   * Returns what the point certainly is, {@code UNDECIDED} if the sign of an eigenvalue is open.
   */
  public CriticalPointKind kind() {
    return morseIndex.isPresent()
        ? HessianSpectrum.kind(morseIndex.getAsInt(), eigenvalues.size())
        : CriticalPointKind.UNDECIDED;
  }

  /** Tells whether the Hessian certainly has a negative eigenvalue. */
  public boolean isCertainlyStrict() {
    return eigenvalues.get(0).high() < 0;
  }

  /** Returns the middle of the enclosure, fresh, length d. */
  public double[] midpoint() {
    return enclosure.midpoint();
  }
}

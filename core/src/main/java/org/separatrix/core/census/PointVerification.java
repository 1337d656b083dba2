package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * Checks from scratch what is claimed of a critical point, whoever claims it.
 *
 * <p>Krawczyk's operator must prove that the uniqueness box holds exactly one critical point; what
 * it is narrowed down to must lie in the claimed enclosure; and the spectrum on that must lie in
 * the claimed eigenvalues and have the claimed index. Nothing of the claim is used but as the
 * question. A true claim can be refused, if it is tighter than double arithmetic can prove; a false
 * one cannot be confirmed.
 *
 * @param objections what could not be confirmed, one sentence each; none if all was
 */
public record PointVerification(List<String> objections) {
  /** Copies the list. */
  public PointVerification {
    objections = List.copyOf(objections);
  }

  /** Tells whether everything that is claimed of the point was proved. */
  public boolean isConfirmed() {
    return objections.isEmpty();
  }

  /**
   * Checks a claim.
   *
   * @param function whose critical point it is
   * @param box the box that was searched, to which the claimed placement refers
   * @param claim the claim
   */
  public static PointVerification of(
      IntervalExtension function, IntervalVector box, CertifiedPoint claim) {
    int d = function.dimension();
    if (claim.enclosure().dimension() != d || box.dimension() != d) {
      return refused(
          "the point has %d coordinates, the box %d, the function %d variables"
              .formatted(claim.enclosure().dimension(), box.dimension(), d));
    }
    IntervalVector unique = claim.uniqueness();
    ExistenceProof proof = new ExistenceProof(function);
    if (unique.isEmpty() || !unique.isBounded() || !proof.isolates(unique)) {
      return refused("it is not proved that there is exactly one critical point in " + unique);
    }
    List<String> objections = new ArrayList<>();
    IntervalVector zero = proof.refined(unique);
    if (!claim.enclosure().contains(zero)) {
      objections.add(
          "the critical point lies in %s, which is not part of the enclosure %s"
              .formatted(zero, claim.enclosure()));
    }
    // Either is a proof; which one is tighter in the last place depends on rounding.
    HessianSpectrum spectrum = HessianSpectrum.on(function, zero);
    HessianSpectrum wider = HessianSpectrum.on(function, claim.enclosure().hull(zero));
    checkSpectrum(claim, isPart(wider, claim) ? wider : spectrum, objections);
    checkPlacement(claim, box, zero, objections);
    return new PointVerification(objections);
  }

  private static boolean isPart(HessianSpectrum spectrum, CertifiedPoint claim) {
    for (int k = 0; k < claim.eigenvalues().size(); k++) {
      if (!claim.eigenvalues().get(k).contains(spectrum.eigenvalues().get(k))) {
        return false;
      }
    }
    return true;
  }

  private static void checkSpectrum(
      CertifiedPoint claim, HessianSpectrum spectrum, List<String> objections) {
    for (int k = 0; k < claim.eigenvalues().size(); k++) {
      if (!claim.eigenvalues().get(k).contains(spectrum.eigenvalues().get(k))) {
        objections.add(
            "eigenvalue %d lies in %s, which is not part of %s"
                .formatted(k + 1, spectrum.eigenvalues().get(k), claim.eigenvalues().get(k)));
      }
    }
    if (claim.morseIndex().isPresent() && !claim.morseIndex().equals(spectrum.negative())) {
      objections.add(
          "the index is claimed to be %d, proved is %s"
              .formatted(
                  claim.morseIndex().getAsInt(),
                  spectrum.negative().isPresent() ? spectrum.negative().getAsInt() : "none"));
    }
  }

  private static void checkPlacement(
      CertifiedPoint claim, IntervalVector box, IntervalVector zero, List<String> objections) {
    if (claim.placement() == Placement.INSIDE && !box.contains(zero)) {
      objections.add(
          "the critical point lies in %s, which is not part of the box %s".formatted(zero, box));
    }
    if (zero.intersection(box).isEmpty()) {
      objections.add("the critical point lies in %s, outside the box %s".formatted(zero, box));
    }
  }

  private static PointVerification refused(String objection) {
    return new PointVerification(List.of(objection));
  }
}

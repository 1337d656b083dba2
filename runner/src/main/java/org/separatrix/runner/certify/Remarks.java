package org.separatrix.runner.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.census.CertifiedCensus;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.runner.study.Certify;

/** What could not be certified, and why, as sentences. */
final class Remarks {
  private Remarks() {}

  /** Why nothing at all is certified of an objective. */
  static String nothing(Problem problem, Certify wanted) {
    if (!wanted.isWanted()) {
      return "nothing is certified: the study asks for that with certify: {boxes: 0}";
    }
    boolean enclosed =
        problem.objective() instanceof ClosedForm
            || problem.objective() instanceof IntervalDifferentiable;
    return enclosed
        ? "nothing is certified: %d variables are too many".formatted(problem.dimension())
        : "nothing is certified: the objective is Java code without interval derivatives"
            + " (IntervalDifferentiable); what a run says of it is estimated";
  }

  /** Why a census is missing or incomplete. */
  static List<String> census(Optional<SeparableCensus> census) {
    if (census.isEmpty()) {
      return List.of(
          "no critical points are certified: the objective mixes too many variables for a search");
    }
    List<String> remarks = new ArrayList<>();
    if (!census.get().isComplete()) {
      remarks.add("the critical points are not certified to be all: " + reasons(census.get()));
    }
    BigInteger most = BigInteger.valueOf(KnownPoints.MOST_LISTED);
    if (census.get().count().compareTo(most) > 0) {
      remarks.add(
          "%s and no bounds at single minima: %,d critical points are more than %d"
              .formatted(
                  KnownPoints.of(census.get()).summands().isEmpty()
                      ? "no regions"
                      : "no cones at saddles",
                  census.get().count(),
                  most));
    }
    return remarks;
  }

  private static String reasons(SeparableCensus census) {
    List<String> reasons = new ArrayList<>();
    census.blocks().stream()
        .map(block -> block.census().ending())
        .filter(ending -> ending != CertifiedCensus.Ending.FINISHED)
        .distinct()
        .map(Remarks::ending)
        .forEach(reasons::add);
    census.blocks().stream()
        .flatMap(block -> block.census().undecided().stream())
        .map(region -> "regions are undecided (" + region.reason().label() + ")")
        .distinct()
        .forEach(reasons::add);
    return String.join("; ", reasons);
  }

  private static String ending(CertifiedCensus.Ending ending) {
    return switch (ending) {
      case BOX_LIMIT -> "the search ended at its limit in boxes";
      case TIME_LIMIT -> "the search ended at its limit in time";
      case CANCELLED -> "the search was cancelled";
      case FINISHED -> throw new IllegalArgumentException("finished is no reason");
    };
  }

  /** Why nothing is certified of a method. */
  static String notLinear(String method) {
    return "nothing is certified of '%s': it is no method of fixed coefficients".formatted(method);
  }
}

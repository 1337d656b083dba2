package org.separatrix.runner.verify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.ForwardInvariance;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.bound.ScaledMethod;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.region.StepBounds;
import org.separatrix.runner.certify.Bounded;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodCertification;
import org.separatrix.runner.certify.MethodEntry;
import org.separatrix.runner.certify.MethodEntry.InvarianceEntry;
import org.separatrix.runner.certify.MethodEntry.Stable;
import org.separatrix.runner.certify.MethodEntry.Steps;
import org.separatrix.runner.certify.ObjectiveCertificate;
import org.separatrix.runner.certify.ObjectiveCertificate.Bound;

/**
 * Checks what is said of a method: hypotheses, invariance, regions, largest steps. Those that
 * follow from bounds of the Hessian follow from the stored ones, which are checked elsewhere.
 */
final class MethodChecks {
  private final Certifier certifier;
  private final ObjectiveCertificate objective;
  private final ClaimedPoints points;
  private final Checks checks;

  MethodChecks(Certifier certifier, ObjectiveCertificate objective, Checks checks) {
    this.certifier = certifier;
    this.objective = objective;
    points = ClaimedPoints.of(Optional.ofNullable(objective.census()));
    this.checks = checks;
  }

  void check(MethodEntry entry, LinearMethod method) {
    MethodCertification again =
        new MethodCertification(
            certifier, method, KnownPoints.of(points.listed()), objective.bounds());
    enclosed("alpha L", entry.alphaTimesL(), again.alphaTimesL().orElse(null));
    enclosed("det(A + lambda B C)", entry.determinant(), again.determinant().orElse(null));
    invariance(entry.invariance(), method);
    new RegionChecks(certifier, method, points, checks).check(entry);
    steps(entry.steps(), method, again);
  }

  private void enclosed(String name, @Nullable Interval stored, @Nullable Interval again) {
    if (stored != null) {
      checks.add(
          name,
          again != null && stored.contains(again),
          "in " + stored,
          "it is said to lie in %s, it lies in %s".formatted(stored, again));
    }
  }

  private void invariance(InvarianceEntry stored, LinearMethod method) {
    switch (stored.answer()) {
      case InvarianceEntry.PROVEN, InvarianceEntry.EXACT -> {
        Invariance again = certifier.invariance(method);
        checks.add(
            "invariance",
            again instanceof Invariance.Proven proven
                && (proven.holdsForComputedStep() || stored.answer().equals(InvarianceEntry.EXACT)),
            "a step maps the domain into itself: " + stored.answer(),
            "'%s' is said, found is %s".formatted(stored.answer(), again));
      }
      case InvarianceEntry.LEAVES ->
          checks.add(
              "invariance",
              ForwardInvariance.leaving(
                      method,
                      certifier.extension(),
                      certifier.domain(),
                      Exact.vector(stored.state()))
                  .isPresent(),
              "the stored state leaves the domain",
              "it is not proved that the stored state leaves the domain");
      case InvarianceEntry.UNDECIDED ->
          checks.confirm("invariance", "nothing is said of the domain");
      default -> checks.refute("invariance", "'%s' is no answer".formatted(stored.answer()));
    }
  }

  private void steps(Steps stored, LinearMethod method, MethodCertification again) {
    Bound lipschitz = objective.bounds().get(Bounded.LIPSCHITZ.label());
    boolean isDescent = again.alphaTimesL().isPresent() && lipschitz != null;
    StepBounds bounds =
        isDescent && lipschitz != null && lipschitz.upper().value() > 0
            ? new StepBounds(lipschitz.upper().value())
            : null;
    atMost("step for avoidance", stored.avoidance(), bounds == null ? null : bounds.avoidance());
    atMost("step for descent", stored.descent(), bounds == null ? null : bounds.descent());
    List<Stable> stable = again.stable();
    boolean fits = stored.areSizes() == ScaledMethod.hasStepSize(method);
    for (Stable each : stored.stable()) {
      fits &=
          stable.stream()
              .anyMatch(
                  other -> other.point() == each.point() && each.bound().contains(other.bound()));
    }
    checks.add(
        "stable steps",
        fits && stored.stable().size() == stable.size(),
        stable.size() == 1 ? "1 minimum" : stable.size() + " minima",
        "they are said to be %s, they are %s".formatted(stored.stable(), stable));
    if (stored.invariantUpTo() != null) {
      Invariance found = invariance(method, stored.invariantUpTo());
      checks.add(
          "largest invariant step",
          found instanceof Invariance.Proven,
          "the domain is mapped into itself with " + stored.invariantUpTo().value(),
          "with %s: %s".formatted(stored.invariantUpTo().value(), found));
    }
    if (stored.leavesFrom() != null) {
      Invariance found = invariance(method, stored.leavesFrom());
      checks.add(
          "step that leaves",
          found instanceof Invariance.Leaves,
          "a point leaves the domain with " + stored.leavesFrom().value(),
          "with %s: %s".formatted(stored.leavesFrom().value(), found));
    }
  }

  private Invariance invariance(LinearMethod method, Exact size) {
    return size.value() > 0 && Double.isFinite(size.value())
        ? certifier.invariance(ScaledMethod.of(method, size.value()))
        : new Invariance.Undecided(true, 0);
  }

  private void atMost(String name, @Nullable Exact stored, @Nullable Double again) {
    if (stored != null) {
      checks.add(
          name,
          again != null && stored.value() > 0 && stored.value() <= again,
          "up to " + stored.value(),
          "up to %s is said, the stored bound of L gives %s".formatted(stored.value(), again));
    }
  }
}

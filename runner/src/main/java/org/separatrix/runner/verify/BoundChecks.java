package org.separatrix.runner.verify;

import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.runner.certify.Bounded;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.ObjectiveCertificate;
import org.separatrix.runner.certify.ObjectiveCertificate.Bound;
import org.separatrix.runner.label.Labels;

/** Checks bounds of the Hessian: at their witness, and by computing them again. */
final class BoundChecks {
  private static final Labels<Bounded> QUANTITIES = Labels.of(Bounded.class, Bounded::label);

  /** How much closer bounds are computed where the same gap does not confirm a stored one. */
  private static final double CLOSER = 1.0 / 16;

  private final Subject subject;
  private final Box domain;
  private final Effort effort;
  private final Checks checks;

  BoundChecks(Subject subject, Box domain, Effort effort, Checks checks) {
    this.subject = subject;
    this.domain = domain;
    this.effort = effort;
    this.checks = checks;
  }

  void check(ObjectiveCertificate stored) {
    for (Map.Entry<String, Bound> entry : stored.bounds().entrySet()) {
      Optional<Bounded> quantity = QUANTITIES.find(entry.getKey());
      if (quantity.isEmpty()) {
        checks.refute(entry.getKey(), "no such quantity is known");
        continue;
      }
      Optional<CertifiedBound> recomputed =
          subject.certifier().flatMap(certifier -> quantity.get().compute(certifier));
      if (recomputed.isEmpty()) {
        checks.refute(entry.getKey(), "it cannot be bounded for this objective");
        continue;
      }
      check(quantity.get(), entry.getValue(), recomputed.get());
    }
  }

  private void check(Bounded quantity, Bound stored, CertifiedBound recomputed) {
    // An infimum is the negative of the supremum of the negative.
    double sign = quantity.isSupremum() ? 1 : -1;
    double far = sign * (quantity.isSupremum() ? stored.upper() : stored.lower()).value();
    double near = sign * (quantity.isSupremum() ? stored.lower() : stored.upper()).value();
    String far1 = quantity.isSupremum() ? "<= " : ">= ";
    String near1 = quantity.isSupremum() ? ">= " : "<= ";
    String label = quantity.label();
    double known = near(quantity, recomputed);
    if (known > far) {
      checks.refute(
          label, "%s%s is refuted: it is %s%s".formatted(far1, sign * far, near1, sign * known));
    } else {
      double again = confirmable(quantity, far, recomputed);
      checks.add(
          label,
          again <= far,
          "%s%s, recomputed %s%s".formatted(far1, sign * far, far1, sign * again),
          "%s%s could not be shown, only %s%s".formatted(far1, sign * far, far1, sign * again));
    }
    witness(quantity, stored, near, sign);
    checks.add(
        label,
        (!stored.tight() || isClose(quantity, stored, recomputed))
            && (!stored.definedEverywhere() || recomputed.isDefinedEverywhere()),
        "as close and as defined as is said",
        "it is not as close as the settings ask for, or not certainly defined everywhere, as is"
            + " said");
  }

  private boolean isClose(Bounded quantity, Bound stored, CertifiedBound recomputed) {
    double gap = stored.upper().value() - stored.lower().value();
    return gap <= recomputed.upper() - recomputed.lower()
        || (recomputed.isTight()
            && gap <= effort.relativeGap() * Math.abs(near(quantity, recomputed)));
  }

  /** Returns the far bound, computed more closely if that is needed to confirm a stored one. */
  private double confirmable(Bounded quantity, double far, CertifiedBound recomputed) {
    double again = far(quantity, recomputed);
    if (again <= far) {
      return again;
    }
    double near = near(quantity, recomputed);
    double claimed = (far - near) / Math.abs(near);
    double gap = claimed >= 0 ? Math.min(effort.relativeGap(), claimed) : effort.relativeGap();
    Effort closer =
        effort
            .withRelativeGap(gap * CLOSER)
            .withBoxes(Math.max(effort.boxes(), (long) (effort.boxes() / CLOSER)));
    return Certifier.of(subject.objective(), domain, closer)
        .flatMap(quantity::compute)
        .map(bound -> Math.min(again, far(quantity, bound)))
        .orElse(again);
  }

  private static double near(Bounded quantity, CertifiedBound bound) {
    return quantity.isSupremum() ? bound.lower() : -bound.upper();
  }

  private static double far(Bounded quantity, CertifiedBound bound) {
    return quantity.isSupremum() ? bound.upper() : -bound.lower();
  }

  private void witness(Bounded quantity, Bound stored, double near, double sign) {
    double[] witness = Exact.vector(stored.witness());
    if (near == Double.NEGATIVE_INFINITY) {
      return;
    }
    if (witness.length != domain.dimension() || !domain.contains(witness)) {
      checks.refute(quantity.label(), "its witness is no point of the domain");
      return;
    }
    double there =
        subject
            .certifier()
            .flatMap(certifier -> quantity.compute(certifier.at(IntervalVector.point(witness))))
            .map(bound -> near(quantity, bound))
            .orElse(Double.NEGATIVE_INFINITY);
    checks.add(
        quantity.label(),
        there >= near,
        "%s at its witness".formatted(sign * there),
        "its witness does not prove %s, but %s".formatted(sign * near, sign * there));
  }
}

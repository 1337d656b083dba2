package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.analysis.hypothesis.TestedPoint;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.manifold.LocalManifold;

/**
 * The manifolds of one method at one strict saddle, held against the method's steps.
 *
 * @param cell the first cell with the method
 * @param census the points known
 * @param point the saddle
 * @param stable local stable manifold, if there is one
 * @param unstable local unstable manifold, if there is one
 * @param obstacle why one is missing that should be there; empty otherwise
 * @param map one step of the method
 * @param rounding error of one
 */
record SaddleManifolds(
    CellResult cell,
    Census census,
    CriticalPoint point,
    Optional<LocalManifold> stable,
    Optional<LocalManifold> unstable,
    Optional<String> obstacle,
    StepMap map,
    double rounding)
    implements TestedPoint {
  private static final double PRECISE = 1e-12;

  /** The first term that is left has a whole exponent, so half of one tells which. */
  private static final double HALF = 0.5;

  /** Computes the manifolds. */
  static SaddleManifolds of(
      CellResult cell,
      Census census,
      CriticalPoint point,
      LocalManifolds local,
      Laboratory laboratory) {
    Optional<LocalManifold> stable = Optional.empty();
    Optional<LocalManifold> unstable = Optional.empty();
    Optional<String> obstacle = Optional.empty();
    try {
      unstable = Optional.of(local.unstable(point));
      stable =
          unstable.get().otherMultipliers().stream().anyMatch(mu -> mu.modulus() < 1)
              ? Optional.of(local.stable(point))
              : Optional.empty();
    } catch (IllegalArgumentException reason) {
      obstacle = String.valueOf(reason.getMessage()).lines().findFirst();
    }
    return new SaddleManifolds(
        cell,
        census,
        point,
        stable,
        unstable,
        obstacle,
        laboratory.map(cell.problem(), cell.optimizer()),
        StepRounding.of(cell.problem(), (LinearMethod) cell.optimizer()));
  }

  /** Answers whether steps keep points of the manifolds on them. */
  Finding invariance(Hypothesis closedForm) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(closedForm);
    hypotheses.add(diagonalisable());
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    if (obstacle.isPresent()) {
      return notMet(ManifoldGeometry.INVARIANCE.id(), hypotheses, "no power series");
    }
    List<String> details = new ArrayList<>();
    Verdict verdict =
        unstable.map(each -> examine(each, "unstable", predicted, observed, details)).orElseThrow();
    if (stable.isPresent()) {
      Verdict other = examine(stable.get(), "stable", predicted, observed, details);
      verdict = worse(verdict, other);
    }
    return finding(
        ManifoldGeometry.INVARIANCE.id(),
        verdict,
        hypotheses,
        predicted,
        observed,
        String.join("; ", details));
  }

  /** Tells whether the power series could be solved for. */
  Hypothesis diagonalisable() {
    return new Hypothesis(
        "the linearization has a basis of eigenvectors",
        obstacle.isPresent() ? Status.VIOLATED : Status.ESTIMATED,
        obstacle.orElse("power series solved"));
  }

  private Verdict examine(
      LocalManifold manifold,
      String name,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      List<String> details) {
    double reach = cell.problem().domain().diameter();
    InvarianceResiduals residuals = InvarianceResiduals.of(manifold, map, reach, rounding);
    double order = manifold.order() + 1.0;
    double validity = manifold.radius(PRECISE * (1 + reach));
    predicted.put(name + "-exponent-at-least", order);
    observed.put(name + "-radius", validity);
    observed.put(name + "-residual", residuals.largest());
    String resonances =
        manifold.resonances().isEmpty()
            ? "no resonance"
            : "resonance " + manifold.resonances().get(0);
    String what = "%s, dimension %d, %s: ".formatted(name, manifold.dimension(), resonances);
    if (residuals.exact()) {
      details.add(
          what + "invariant to rounding up to r = " + Numbers.number(residuals.radius(), 2));
      return Verdict.CONSISTENT;
    }
    if (Double.isNaN(residuals.exponent())) {
      details.add(
          what + "too little between rounding and r = " + Numbers.number(residuals.radius(), 2));
      return Verdict.INCONCLUSIVE;
    }
    observed.put(name + "-exponent", residuals.exponent());
    observed.put(name + "-exponent-error", residuals.error());
    details.add(
        what
            + "residual ~ r^%s +- %s, order %d; valid to r = %s"
                .formatted(
                    Numbers.number(residuals.exponent(), 4),
                    Numbers.number(residuals.error(), 1),
                    manifold.order(),
                    Numbers.number(validity, 2)));
    return residuals.exponent() + residuals.error() >= order - HALF
        ? Verdict.CONSISTENT
        : Verdict.CONTRADICTED;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    for (Verdict verdict : List.of(Verdict.CONTRADICTED, Verdict.INCONCLUSIVE)) {
      if (one == verdict || other == verdict) {
        return verdict;
      }
    }
    return one;
  }

  /** Answers how the stable manifold leaves its tangent space; empty at a point without one. */
  Optional<Finding> contact(Hypothesis closedForm) {
    Optional<SaddleGeometry> geometry =
        SaddleGeometry.of(cell.optimizer().linearization().orElseThrow(), point);
    if (obstacle.isPresent() || stable.isEmpty() || geometry.isEmpty()) {
      return Optional.empty();
    }
    LocalManifold manifold = stable.get();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(closedForm);
    int codimension = manifold.otherMultipliers().size();
    hypotheses.add(
        new Hypothesis(
            "one unstable direction",
            codimension == 1 ? point.status() : Status.VIOLATED,
            "codimension of W^s: " + codimension));
    if (codimension != 1) {
      return Optional.of(
          finding(
              ManifoldGeometry.CONTACT.id(),
              Verdict.HYPOTHESES_NOT_MET,
              hypotheses,
              Map.of(),
              Map.of(),
              "sides can be told only of a hypersurface"));
    }
    double radius = manifold.radius(PRECISE * (1 + cell.problem().domain().diameter()));
    double[] unstableDirection = geometry.get().escaping()[0];
    double[] stableDirection = geometry.get().stable();
    PredictedTrace trace = new PredictedTrace(manifold, unstableDirection, radius);
    Optional<Contact> contact =
        trace
            .largest(point.x(), stableDirection, SaddleGeometry.neighbourhood(census, point))
            .flatMap(
                largest ->
                    Contact.of(
                        trace,
                        new SideBisection(map, point.x(), unstableDirection, 2 * largest),
                        point,
                        stableDirection,
                        largest,
                        rounding));
    return Optional.of(
        contact
            .map(found -> judge(found, hypotheses))
            .orElseGet(
                () ->
                    finding(
                        ManifoldGeometry.CONTACT.id(),
                        Verdict.INCONCLUSIVE,
                        hypotheses,
                        Map.of(),
                        Map.of(),
                        "no crossing found by runs or by series")));
  }

  private Finding judge(Contact contact, List<Hypothesis> hypotheses) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    Contact.Estimate coefficient = contact.coefficient(contact.measured());
    predicted.put("exponent-at-least", 2.0);
    predicted.put("quadratic-coefficient", contact.coefficient(contact.predicted()).value());
    observed.put("quadratic-coefficient", coefficient.value());
    observed.put("quadratic-coefficient-error", coefficient.error());
    observed.put("largest-deviation-in-errors", contact.deviation());
    Optional<Contact.Estimate> exponent = contact.exponent();
    exponent.ifPresent(
        found -> {
          observed.put("exponent", found.value());
          observed.put("exponent-error", found.error());
        });
    boolean shallow = exponent.map(found -> found.value() + found.error() < 2).orElse(false);
    Verdict verdict =
        contact.deviation() > 1 || shallow ? Verdict.CONTRADICTED : Verdict.CONSISTENT;
    String order =
        exponent
            .map(
                found ->
                    "r^%s +- %s"
                        .formatted(
                            Numbers.number(found.value(), 4), Numbers.number(found.error(), 1)))
            .orElse("0, flat to rounding");
    return finding(
        ManifoldGeometry.CONTACT.id(),
        verdict,
        hypotheses,
        predicted,
        observed,
        "offset ~ %s, h2 = %s +- %s, predicted %s; at all radii within %s of the error"
            .formatted(
                order,
                Numbers.number(coefficient.value(), 6),
                Numbers.number(coefficient.error(), 1),
                Numbers.number(contact.coefficient(contact.predicted()).value(), 6),
                Numbers.number(contact.deviation(), 2)));
  }
}

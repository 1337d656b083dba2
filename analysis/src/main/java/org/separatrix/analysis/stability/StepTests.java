package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.separatrix.analysis.rate.LocalLinearity;
import org.separatrix.analysis.rate.Nonlinearity;
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

/**
 * The tests at one minimum under one method.
 *
 * @param config of the analyzer
 * @param cell a cell with the method
 * @param census the points known
 * @param point the minimum, one of them
 * @param map whether the method iterates a map with a linearization there
 * @param family of the method's maps, if it has a limit of stability
 */
record StepTests(
    StepStability.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    Hypothesis map,
    Optional<StepFamily> family) {
  private static final int DIRECTIONS = 3;
  private static final int LARGEST_STATE = 40;

  /** Agreement of the eigenvalue and of its share of the map's rounding errors, relative. */
  private static final double ARITHMETIC = 1e-9;

  /** Accuracy of the bracket and of the slope that a verdict of agreement needs. */
  private static final double ACCURACY = 0.02;

  List<Finding> findings(Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(map);
    hypotheses.add(
        new Hypothesis(
            "lambda_min > 0", point.status(), Numbers.number(point.eigenvalues()[0]) + " > 0"));
    hypotheses.add(
        new Hypothesis(
            "stable for small steps only",
            family.map(found -> found.status(point)).orElse(Status.VIOLATED),
            family
                .map(found -> "|z| < 1 up to alpha = " + Numbers.number(limit() * alpha()))
                .orElse("no step is known at which |z| passes 1")));
    if (family.isEmpty() || map.isViolated()) {
      return List.of(
          notMet(StepStability.LIMIT.id(), hypotheses),
          notMet(StepStability.CYCLE.id(), hypotheses),
          notMet(StepStability.PASSING.id(), hypotheses));
    }
    DoubleFunction<StepMap> maps =
        factor -> laboratory.map(ScaledGradient.of(cell.problem(), factor), cell.optimizer());
    Optional<LimitMeasurement> measured = measure(maps, laboratory);
    return List.of(
        limitFinding(maps, measured, hypotheses, laboratory),
        cycleFinding(maps, measured, hypotheses),
        passingFinding(maps, hypotheses, laboratory));
  }

  private double limit() {
    return family.orElseThrow().limit();
  }

  private double alpha() {
    return family.orElseThrow().alpha();
  }

  private double spectralRadius(double factor) {
    return family.orElseThrow().radius(factor);
  }

  private String purpose(String what) {
    return "%s/%s/%s/%s".formatted(StepStability.LIMIT.id(), cell.id(), point.id(), what);
  }

  private LocalLinearity local(Laboratory laboratory) {
    return LocalLinearity.around(census, point, DIRECTIONS, laboratory.random(purpose("starts")));
  }

  private Optional<LimitMeasurement> measure(DoubleFunction<StepMap> maps, Laboratory laboratory) {
    LocalLinearity local = local(laboratory);
    return LimitMeasurement.find(
        factor -> LimitMeasurement.exponent(maps.apply(factor), point, local, config.steps()),
        limit());
  }

  private Finding limitFinding(
      DoubleFunction<StepMap> maps,
      Optional<LimitMeasurement> measured,
      List<Hypothesis> shared,
      Laboratory laboratory) {
    LocalLinearity local = local(laboratory);
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    hypotheses.add(
        new Hypothesis(
            "linear regime",
            local.deviation() <= ACCURACY ? Status.ESTIMATED : Status.VIOLATED,
            "runs are kept within %s of the minimum, where the gradient is linear up to %s"
                .formatted(
                    Numbers.number(local.distance(), 2), Numbers.number(local.deviation(), 2))));
    double step = limit() * alpha();
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("step", step);
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return notMet(StepStability.LIMIT.id(), hypotheses);
    }
    if (measured.isEmpty()) {
      String detail =
          "%s steps do not tell at which step the minimum ceases to attract; raise steps of"
                  .formatted(Numbers.count(config.steps()))
              + " step-stability";
      return finding(
          StepStability.LIMIT.id(), Verdict.INCONCLUSIVE, hypotheses, predicted, Map.of(), detail);
    }
    double slack = local.deviation() + ARITHMETIC + family.orElseThrow().error();
    double low = measured.get().stable() * (1 - slack);
    double high = measured.get().unstable() * (1 + slack);
    boolean inside = low <= limit() && limit() <= high;
    boolean sharp = high - low <= ACCURACY * limit();
    Verdict verdict =
        !inside ? Verdict.CONTRADICTED : sharp ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("stable-up-to", low * alpha());
    observed.put("unstable-from", high * alpha());
    for (double share : new double[] {0.9, 1.1}) {
      double factor = share * limit();
      String name = share < 1 ? "exponent-below" : "exponent-beyond";
      predicted.put(name, Math.log(spectralRadius(factor)));
      observed.put(
          name,
          LimitMeasurement.exponent(maps.apply(factor), point, local, config.steps()).exponent());
    }
    return finding(
        StepStability.LIMIT.id(),
        verdict,
        hypotheses,
        predicted,
        observed,
        "attracts up to alpha = %s, repels from %s; predicted %s, %s"
            .formatted(
                Numbers.number(low * alpha(), 6),
                Numbers.number(high * alpha(), 6),
                Numbers.number(step, 6),
                family.orElseThrow().crossing().label()));
  }

  private Finding cycleFinding(
      DoubleFunction<StepMap> maps, Optional<LimitMeasurement> measured, List<Hypothesis> shared) {
    String id = StepStability.CYCLE.id();
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    boolean flips = family.orElseThrow().crossing() == StabilityLimit.Crossing.FLIP;
    hypotheses.add(
        new Hypothesis(
            "the multiplier passes -1",
            flips ? family.orElseThrow().status(point) : Status.VIOLATED,
            family.orElseThrow().crossing().label()));
    if (!flips) {
      return notMet(id, hypotheses);
    }
    double[] rest = maps.apply(1).lift(point.x());
    if (measured.isEmpty() || rest.length > LARGEST_STATE) {
      String detail =
          measured.isEmpty()
              ? "the step at which the minimum flips was not measured"
              : "not followed in a state space of more than %d dimensions".formatted(LARGEST_STATE);
      return finding(id, Verdict.INCONCLUSIVE, hypotheses, Map.of(), Map.of(), detail);
    }
    Optional<CycleTest> cycle =
        CycleTest.run(
            maps,
            factor -> spectralRadius(factor) - 1,
            family.orElseThrow().radiusError(),
            rest,
            measured.get().middle(),
            Nonlinearity.scale(census, point));
    hypotheses.add(
        new Hypothesis(
            "a 2-cycle branches off at another step",
            cycle.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            cycle
                .map(found -> "at alpha = " + Numbers.number(found.factor() * alpha(), 6))
                .orElse("none with a multiplier of its own: the flip is degenerate")));
    if (cycle.isEmpty()) {
      return notMet(id, hypotheses);
    }
    CycleTest test = cycle.get();
    Verdict verdict =
        Math.abs(test.ratio() - 1) > test.error()
            ? Verdict.CONTRADICTED
            : test.error() <= ACCURACY ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    String detail =
        "a 2-cycle that %s; its multiplier leaves 1 with the slope %s +- %s, predicted -4%s"
            .formatted(
                test.attracts() ? "attracts is born" : "repels dies",
                Numbers.number(-4 * test.ratio(), 6),
                Numbers.number(4 * test.error(), 2),
                Double.isNaN(test.death())
                    ? ""
                    : "; stable up to alpha = " + Numbers.number(test.death() * alpha(), 7));
    return finding(
        id, verdict, hypotheses, Map.of("multiplier-slope", -4.0), test.observed(alpha()), detail);
  }

  private Finding passingFinding(
      DoubleFunction<StepMap> maps, List<Hypothesis> shared, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    double factor = config.beyond() * limit();
    hypotheses.add(
        new Hypothesis(
            "the minimum repels",
            spectralRadius(factor) > 1 ? family.orElseThrow().status(point) : Status.VIOLATED,
            "|z| = " + Numbers.number(spectralRadius(factor))));
    if (!(spectralRadius(factor) > 1)) {
      return notMet(StepStability.PASSING.id(), hypotheses);
    }
    PassingRuns runs =
        PassingRuns.follow(
            maps.apply(factor),
            point,
            Nonlinearity.scale(census, point),
            cell.problem().domain(),
            laboratory.random(purpose("passing")));
    Verdict verdict =
        runs.staying() > 0
            ? Verdict.CONTRADICTED
            : runs.near() > 0 ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    return finding(
        StepStability.PASSING.id(),
        verdict,
        hypotheses,
        Map.of("staying", 0.0),
        runs.observed(),
        "at alpha = %s, %d of %d runs were once within %s of the minimum, %d stay; %d diverged"
            .formatted(
                Numbers.number(factor * alpha()),
                runs.near(),
                PassingRuns.RUNS,
                Numbers.number(runs.distance(), 2),
                runs.staying(),
                runs.diverged()));
  }

  private Finding notMet(String prediction, List<Hypothesis> hypotheses) {
    return finding(
        prediction,
        Verdict.HYPOTHESES_NOT_MET,
        hypotheses,
        Map.of(),
        Map.of(),
        "the theorem says nothing here");
  }

  private Finding finding(
      String prediction,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(prediction, cell, point, verdict, hypotheses, predicted, observed, detail);
  }
}

package org.separatrix.analysis.stability;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Status;

/**
 * The tests at one minimum under one method.
 *
 * @param config of the analyzer
 * @param minimum the minimum
 * @param map whether the method iterates a map with a linearization there
 * @param family of the method's maps, if it has a limit of stability
 */
record StepTests(
    StepStability.Config config,
    TestedMinimum minimum,
    Hypothesis map,
    Optional<StepFamily> family) {

  List<Finding> findings(Laboratory laboratory) {
    List<Hypothesis> shared = List.of(map, isMinimum(), hasLimit());
    if (family.isEmpty() || map.isViolated()) {
      return List.of(
          minimum.notMet(StepStability.LIMIT.id(), shared),
          minimum.notMet(StepStability.CYCLE.id(), shared),
          minimum.notMet(StepStability.PASSING.id(), shared));
    }
    DoubleFunction<StepMap> maps =
        factor ->
            laboratory.map(
                ScaledGradient.of(minimum.cell().problem(), factor), minimum.cell().optimizer());
    LimitTest limit = LimitTest.of(minimum, family.get(), maps, config.steps(), laboratory);
    return List.of(
        limit.finding(shared),
        new CycleFinding(minimum, family.get(), maps).of(limit.measured(), shared),
        new PassingFinding(minimum, family.get(), maps)
            .of(config.beyond(), shared, laboratory.random(minimum.purpose("passing"))));
  }

  private Hypothesis isMinimum() {
    return new Hypothesis(
        "lambda_min > 0",
        minimum.point().status(),
        Numbers.number(minimum.point().eigenvalues()[0]) + " > 0");
  }

  private Hypothesis hasLimit() {
    String name = "stable for small steps only";
    return family
        .map(
            known ->
                new Hypothesis(
                    name,
                    known.status(minimum.point()),
                    "|z| < 1 up to alpha = " + Numbers.number(known.limit() * known.alpha())))
        .orElseGet(
            () -> new Hypothesis(name, Status.VIOLATED, "no step is known at which |z| passes 1"));
  }
}

package org.separatrix.runner.plan;

import java.util.Optional;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.critical.BoundedProblem;
import org.separatrix.core.critical.Problems;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.Certify;
import org.separatrix.runner.study.Entry;

/** Makes problems from the objectives of a study. */
final class ProblemFactory {
  private final Registry registry;
  private final FormulaCompiler formulas;

  ProblemFactory(Registry registry, FormulaCompiler formulas) {
    this.registry = registry;
    this.formulas = formulas;
  }

  /**
   * Makes an objective.
   *
   * @param entry its entry
   * @throws IllegalArgumentException if it refuses its values
   */
  Objective objective(Entry entry) {
    return registry.objective(entry.type()).factory().create(entry.config(), formulas);
  }

  /**
   * Makes a problem.
   *
   * @param objective the objective
   * @param entry the objective's entry
   * @param seed of the study, for an estimate of L
   * @param certify how much work goes into proofs
   * @throws IllegalArgumentException if the problem refuses its values
   */
  BoundedProblem create(Objective objective, Entry entry, long seed, Certify certify) {
    entry
        .domain()
        .or(objective.landscape()::domain)
        .ifPresent(domain -> FiniteValues.check(objective, domain));
    return Problems.certified(
        entry.name(),
        objective,
        entry.domain(),
        entry.lipschitz(),
        seed,
        certify.isWanted() ? Optional.of(certify.effort(() -> false)) : Optional.empty());
  }
}

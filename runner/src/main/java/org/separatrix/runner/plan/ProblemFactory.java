package org.separatrix.runner.plan;

import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.critical.Problems;
import org.separatrix.core.plugin.Registry;
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
   * Makes a problem.
   *
   * @param entry the objective's entry
   * @param seed of the study, for an estimate of L
   * @throws IllegalArgumentException if the objective or the problem refuses its values
   */
  Problem create(Entry entry, long seed) {
    Objective objective =
        registry.objective(entry.type()).factory().create(entry.config(), formulas);
    return Problems.complete(entry.name(), objective, entry.domain(), entry.lipschitz(), seed);
  }
}

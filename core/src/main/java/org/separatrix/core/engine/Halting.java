package org.separatrix.core.engine;

import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;

/**
 * The loops that halt lanes.
 *
 * @param anywhere for all lanes
 * @param inside for lanes in a box that they cannot leave and that is far from where runs diverge;
 *     takes no notice of the position
 */
record Halting(HaltingLoop anywhere, HaltingLoop inside) {
  /** Generates the loops. */
  static Halting of(CompiledFormula formula, LinearMethod method) {
    return new Halting(generate(formula, method, true), generate(formula, method, false));
  }

  private static HaltingLoop generate(
      CompiledFormula formula, LinearMethod method, boolean looksAtPosition) {
    return formula
        .sources()
        .instance(
            HaltingLoop.class,
            "Halting",
            method.getClass().getSimpleName()
                + (looksAtPosition ? ": halts." : ": halts, whatever the position."),
            StepSource.halting(formula.gradientProgram(), method, looksAtPosition));
  }
}

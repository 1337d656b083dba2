package org.separatrix.objectives;

import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Landscape;

/** The configuration of an objective that is a formula. */
interface NamedFormula {
  /** Returns the formula. */
  Formula formula();

  /** Returns what is known about the function. */
  Landscape landscape();

  /**
   * Returns the objective.
   *
   * @param formulas compiles the formula
   */
  default ClosedForm compile(FormulaCompiler formulas) {
    return formulas.compile(formula(), landscape());
  }
}

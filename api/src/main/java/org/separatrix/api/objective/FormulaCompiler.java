package org.separatrix.api.objective;

/** Turns the text of a formula into an objective with exact derivatives. */
public interface FormulaCompiler {
  /**
   * Parses and differentiates a formula.
   *
   * @param formula the text with its variables and parameters
   * @param landscape what is known about the function
   * @return the objective
   * @throws FormulaException if the text is not a formula; the message points at the column
   * @throws IllegalArgumentException if the landscape has another dimension than the formula
   */
  ClosedForm compile(Formula formula, Landscape landscape);

  /**
   * Parses and differentiates a formula about which nothing else is known.
   *
   * @param formula the text with its variables and parameters
   * @return the objective
   * @throws FormulaException if the text is not a formula
   */
  default ClosedForm compile(Formula formula) {
    return compile(formula, Landscape.unknown());
  }
}

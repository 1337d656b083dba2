package org.separatrix.core.formula;

import org.separatrix.api.objective.FormulaException;

/** The form of a message about a formula. */
final class Problem {
  private Problem() {}

  static FormulaException at(int column, String message) {
    return new FormulaException("formula, column %d: %s".formatted(column, message), column);
  }

  /** Adds advice on a line of its own, after "Maybe". */
  static FormulaException at(int column, String message, String advice) {
    return at(column, message + "\nMaybe " + advice);
  }
}

package org.separatrix.api.objective;

/** A formula that cannot be understood. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and the way out
   * @param column position in the text, from 1
   */
  public FormulaException(String message, int column) {
    super(message);
    this.column = column;
  }

  /** Returns the position in the text that the message is about, from 1. */
  public int column() {
    return column;
  }
}

package org.separatrix.core.formula;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text as written; empty at the end
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
  enum Kind {
    NUMBER,
    NAME,
    /** One of {@code + - * / ^ ( ) [ ] ,}. */
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Tells whether an operand can begin with this. */
  boolean beginsOperand() {
    return kind == Kind.NUMBER || kind == Kind.NAME || is("(");
  }

  /** Returns the end of a message "expected ...". */
  String found() {
    return kind == Kind.END ? "but the formula ends" : "but found '" + text + "'";
  }
}

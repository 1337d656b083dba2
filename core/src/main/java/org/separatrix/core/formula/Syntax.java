package org.separatrix.core.formula;

import java.util.List;

/**
 * What the text of a formula says, before names have a meaning and before sums over an index are
 * written out. Each node knows its column in the text, from 1.
 */
sealed interface Syntax {
  /** Returns the column where this begins. */
  int column();

  /** A number. */
  record Literal(double value, int column) implements Syntax {}

  /** A variable, a parameter, a constant or the variable of a loop. */
  record Name(String name, int column) implements Syntax {}

  /** An indexed variable, {@code name[index]}. */
  record Indexed(String name, Syntax index, int column) implements Syntax {}

  /** {@code -operand}. */
  record Negation(Syntax operand, int column) implements Syntax {}

  /** At least two terms; a subtracted one is a {@link Negation}. */
  record Sum(List<Syntax> terms, int column) implements Syntax {}

  /** At least two factors, multiplied or divided by from left to right. */
  record Product(List<Factor> factors, int column) implements Syntax {}

  /** An operand of a {@link Product}. */
  record Factor(Syntax operand, boolean divides) {}

  /** {@code base^exponent}. */
  record Power(Syntax base, Syntax exponent, int column) implements Syntax {}

  /** A function applied to an argument. */
  record Call(String function, Syntax argument, int column) implements Syntax {}

  /** {@code sum(variable, from, to, body)} or {@code prod(...)}. */
  record Loop(
      Kind kind,
      String variable,
      int variableColumn,
      Syntax from,
      Syntax to,
      Syntax body,
      int column)
      implements Syntax {
    /** What a loop does with its body. */
    enum Kind {
      SUM,
      PROD
    }
  }
}

package org.separatrix.core.interval;

import java.util.List;

/**
 * A summand of a formula that has some of the variables to itself.
 *
 * @param variables the numbers of the variables, ascending
 * @param function the derivatives by these variables, over boxes of them
 * @param structure a text of the expressions, in which the block's variables are numbered from 0.
 *     Blocks with the same text are the same function
 */
public record FormulaBlock(List<Integer> variables, IntervalExtension function, String structure) {
  /** Copies the list. */
  public FormulaBlock {
    variables = List.copyOf(variables);
  }

  /** Returns those components of a box of all variables that belong to this block. */
  public IntervalVector part(IntervalVector box) {
    return IntervalVector.of(variables.stream().map(box::get).toArray(Interval[]::new));
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Sum;

/** Emits a sum term by term, each right before it is added, with fused products. */
final class SumCompiler {
  private static final int NONE = Instruction.NONE;

  private final TapeCompiler tape;

  SumCompiler(TapeCompiler tape) {
    this.tape = tape;
  }

  int compile(Sum sum) {
    List<Expression> terms = new ArrayList<>(sum.terms());
    double constant = 0;
    if (terms.get(terms.size() - 1) instanceof Constant last) {
      constant = last.value();
      terms.remove(terms.size() - 1);
    }
    Expression only = terms.get(0);
    if (terms.size() == 1 && tape.coefficient(only) == -1) {
      int value = tape.withoutCoefficient(only);
      return tape.emit(Operation.SUBTRACT_FROM_CONSTANT, value, NONE, NONE, constant);
    }
    int total = begin(terms);
    for (Expression term : terms) {
      total = add(term, total);
    }
    return constant == 0 ? total : tape.emit(Operation.ADD_CONSTANT, total, NONE, NONE, constant);
  }

  /**
   * Computes the first partial sum and removes its terms: a term that cannot be fused, or a b - c.
   */
  private int begin(List<Expression> terms) {
    int plain = first(terms, term -> tape.coefficient(term) == 1 && !tape.isFusible(term));
    if (plain >= 0) {
      return tape.value(terms.remove(plain));
    }
    int product = first(terms, this::isProduct);
    int subtrahend = first(terms, this::isSubtracted);
    if (product < 0 || subtrahend < 0) {
      return tape.value(terms.remove(0));
    }
    int[] factors = tape.split(terms.get(product));
    int c = tape.withoutCoefficient(terms.get(subtrahend));
    terms.remove(Math.max(product, subtrahend));
    terms.remove(Math.min(product, subtrahend));
    return tape.emit(Operation.MULTIPLY_SUBTRACT, factors[0], factors[1], c, 0);
  }

  private static int first(List<Expression> terms, Predicate<Expression> property) {
    for (int i = 0; i < terms.size(); i++) {
      if (property.test(terms.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isProduct(Expression term) {
    return tape.coefficient(term) == 1 && tape.isFusible(term);
  }

  private boolean isSubtracted(Expression term) {
    return tape.coefficient(term) == -1 && !tape.isFusible(term);
  }

  private int add(Expression term, int total) {
    double coefficient = tape.coefficient(term);
    if (Math.abs(coefficient) != 1) {
      int value = tape.withoutCoefficient(term);
      return tape.emit(Operation.SCALE_ADD, value, total, NONE, coefficient);
    }
    boolean positive = coefficient == 1;
    if (tape.isFusible(term)) {
      int[] factors = tape.split(term);
      return tape.emit(
          positive ? Operation.MULTIPLY_ADD : Operation.SUBTRACT_PRODUCT,
          factors[0],
          factors[1],
          total,
          0);
    }
    int value = tape.withoutCoefficient(term);
    return tape.emit(positive ? Operation.ADD : Operation.SUBTRACT, total, value, NONE, 0);
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Sum;

/** Emits a sum term by term, each right before it is added, with fused products. */
final class SumCompiler {
  private static final int NONE = Instruction.NONE;

  private final ProgramCompiler program;

  SumCompiler(ProgramCompiler program) {
    this.program = program;
  }

  int compile(Sum sum) {
    List<Expression> terms = new ArrayList<>(sum.terms());
    double constant = 0;
    if (terms.get(terms.size() - 1) instanceof Constant last) {
      constant = last.value();
      terms.remove(terms.size() - 1);
    }
    Expression only = terms.get(0);
    if (terms.size() == 1 && program.coefficient(only) == -1) {
      int value = program.withoutCoefficient(only);
      return program.emit(Operation.SUBTRACT_FROM_CONSTANT, value, NONE, NONE, constant);
    }
    int total = begin(terms);
    for (Expression term : terms) {
      total = add(term, total);
    }
    return constant == 0
        ? total
        : program.emit(Operation.ADD_CONSTANT, total, NONE, NONE, constant);
  }

  /**
   * Computes the first partial sum and removes its terms: a term that cannot be fused, or a b - c.
   */
  private int begin(List<Expression> terms) {
    int plain = first(terms, term -> program.coefficient(term) == 1 && !program.isFusible(term));
    if (plain >= 0) {
      return program.value(terms.remove(plain));
    }
    int product = first(terms, this::isProduct);
    int subtrahend = first(terms, this::isSubtracted);
    if (product < 0 || subtrahend < 0) {
      return program.value(terms.remove(0));
    }
    int[] factors = program.split(terms.get(product));
    int c = program.withoutCoefficient(terms.get(subtrahend));
    terms.remove(Math.max(product, subtrahend));
    terms.remove(Math.min(product, subtrahend));
    return program.emit(Operation.MULTIPLY_SUBTRACT, factors[0], factors[1], c, 0);
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
    return program.coefficient(term) == 1 && program.isFusible(term);
  }

  private boolean isSubtracted(Expression term) {
    return program.coefficient(term) == -1 && !program.isFusible(term);
  }

  private int add(Expression term, int total) {
    double coefficient = program.coefficient(term);
    if (Math.abs(coefficient) != 1) {
      int value = program.withoutCoefficient(term);
      return program.emit(Operation.SCALE_ADD, value, total, NONE, coefficient);
    }
    boolean positive = coefficient == 1;
    if (program.isFusible(term)) {
      int[] factors = program.split(term);
      return program.emit(
          positive ? Operation.MULTIPLY_ADD : Operation.SUBTRACT_PRODUCT,
          factors[0],
          factors[1],
          total,
          0);
    }
    int value = program.withoutCoefficient(term);
    return program.emit(positive ? Operation.ADD : Operation.SUBTRACT, total, value, NONE, 0);
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Product;
import org.separatrix.core.formula.Expression.Sum;

/** Collects the terms of a sum by what their coefficients multiply. */
final class TermCollector {
  private final ExpressionPool pool;
  private final Map<Expression, Double> coefficients =
      new TreeMap<>(Comparator.comparingInt(Expression::id));
  private double constant;

  TermCollector(ExpressionPool pool) {
    this.pool = pool;
  }

  /** Adds factor * term. */
  void add(Expression term, double factor) {
    if (term instanceof Constant number) {
      constant += factor * number.value();
    } else if (term instanceof Product product && product.coefficient() != 1) {
      addScaled(pool.withoutCoefficient(product), factor * product.coefficient());
    } else {
      addScaled(term, factor);
    }
  }

  /**
   * Sums are opened when small and taken once: opening long ones would copy them, and multiplying
   * them out would lose what they share with others.
   */
  private void addScaled(Expression term, double factor) {
    if (term instanceof Sum sum
        && Math.abs(factor) == 1
        && sum.terms().size() <= ExpressionPool.MERGED_OPERANDS) {
      sum.terms().forEach(part -> add(part, factor));
    } else {
      coefficients.merge(term, factor, Double::sum);
    }
  }

  List<Expression> terms() {
    List<Expression> terms = new ArrayList<>(coefficients.size() + 1);
    coefficients.forEach(
        (term, coefficient) -> {
          if (coefficient != 0 || !term.isDefinedEverywhere()) {
            terms.add(pool.scaled(coefficient, term));
          }
        });
    if (constant != 0) {
      terms.add(pool.constant(constant));
    }
    return List.copyOf(terms);
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;

/** Collects the factors of a product by their bases. */
final class FactorCollector {
  private final ExpressionPool pool;
  private final List<Expression> bases = new ArrayList<>();
  private final List<Double> exponents = new ArrayList<>();
  private double coefficient = 1;

  FactorCollector(ExpressionPool pool) {
    this.pool = pool;
  }

  void addAll(List<Expression> factors) {
    boolean merge =
        factors.stream().mapToInt(FactorCollector::count).sum() <= ExpressionPool.MERGED_OPERANDS;
    for (Expression factor : factors) {
      add(factor, merge);
    }
  }

  private void add(Expression factor, boolean merge) {
    if (factor instanceof Constant number) {
      coefficient *= number.value();
    } else if (factor instanceof Product product) {
      coefficient *= product.coefficient();
      if (merge) {
        product.variableFactors().forEach(part -> add(part, true));
      } else {
        collect(pool.withoutCoefficient(product), 1);
      }
    } else if (factor instanceof Power power) {
      collect(power.base(), power.exponent());
    } else {
      collect(factor, 1);
    }
  }

  private void collect(Expression base, double exponent) {
    for (int i = 0; i < bases.size(); i++) {
      if (bases.get(i).equals(base) && combine(exponents.get(i), exponent)) {
        exponents.set(i, exponents.get(i) + exponent);
        return;
      }
    }
    bases.add(base);
    exponents.add(exponent);
  }

  /** Tells whether x^a x^b is x^(a+b) wherever either is defined. */
  private static boolean combine(double a, double b) {
    boolean bothIntegers = ExpressionPool.isInteger(a) && ExpressionPool.isInteger(b);
    return a > 0 == b > 0 && (bothIntegers || !ExpressionPool.isInteger(a + b));
  }

  Expression product() {
    List<Expression> factors = new ArrayList<>(bases.size());
    for (int i = 0; i < bases.size(); i++) {
      factors.add(pool.power(bases.get(i), exponents.get(i)));
    }
    factors.sort(Comparator.comparingInt(Expression::id));
    return pool.canonicalProduct(coefficient, factors);
  }

  private static int count(Expression factor) {
    return factor instanceof Product product ? product.variableFactors().size() : 1;
  }
}

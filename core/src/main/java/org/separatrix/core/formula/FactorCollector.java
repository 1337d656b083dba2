package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;

/** Collects the factors of a product by their bases. */
final class FactorCollector {
  private static final Comparator<Expression> ORDER =
      Comparator.comparingInt(FactorCollector::base).thenComparingInt(Expression::id);

  private final ExpressionPool pool;
  private final List<Expression> bases = new ArrayList<>();
  private final List<Double> exponents = new ArrayList<>();
  private double coefficient = 1;

  FactorCollector(ExpressionPool pool) {
    this.pool = pool;
  }

  /** Opens products among the factors if what comes out is short. */
  void addAll(List<Expression> factors) {
    int count = 0;
    for (Expression factor : factors) {
      count += factor instanceof Product product ? product.variableFactors().size() : 1;
    }
    for (Expression factor : factors) {
      add(factor, count <= ExpressionPool.MERGED_OPERANDS);
    }
  }

  private void add(Expression factor, boolean open) {
    if (factor instanceof Constant number) {
      coefficient *= number.value();
    } else if (factor instanceof Product product) {
      coefficient *= product.coefficient();
      if (open) {
        product.variableFactors().forEach(this::collect);
      } else {
        collect(pool.withoutCoefficient(product), 1);
      }
    } else {
      collect(factor);
    }
  }

  private void collect(Expression factor) {
    if (factor instanceof Power power) {
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

  /** Returns the product, its factors in the order of their bases. */
  Expression product() {
    List<Expression> factors = new ArrayList<>(bases.size());
    for (int i = 0; i < bases.size(); i++) {
      factors.add(pool.power(bases.get(i), exponents.get(i)));
    }
    if (factors.size() > 1) {
      factors.sort(ORDER);
    }
    return pool.canonicalProduct(coefficient, factors);
  }

  private static int base(Expression factor) {
    return factor instanceof Power power ? power.base().id() : factor.id();
  }
}

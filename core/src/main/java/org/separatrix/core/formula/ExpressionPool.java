package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.core.formula.Expression.Application;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;
import org.separatrix.core.formula.Expression.Sum;
import org.separatrix.core.formula.Expression.Variable;

/**
 * Makes expressions in canonical form, and one object for each.
 *
 * <p>Sums and products are flattened, their operands put in the order in which they (or the bases
 * of powers) were first made, numbers folded in double arithmetic (so a coefficient such as 5/3 is
 * the nearest double), like terms and like powers collected. What is left out:
 *
 * <ul>
 *   <li>x + 0, 1 x, x^1 are x; x^0 is 1, as for {@link Math#pow}, wherever x may be undefined.
 *   <li>0 u and u - u are 0 only where u is {@linkplain Expression#isDefinedEverywhere() defined
 *       everywhere}: 0 log(x) stays, and is not a number where log(x) is not. An overflow of u to
 *       infinity is not regarded.
 *   <li>x^a x^b is x^(a+b) only for exponents of one sign, so x/x stays, undefined at 0; and the
 *       sum must not turn roots into an integer power, so that sqrt(x)^2 stays undefined for x < 0.
 * </ul>
 *
 * <p>Not for use by several threads at once.
 */
public final class ExpressionPool {
  /** Sums and products of at most this many operands are merged into the one that contains them. */
  static final int MERGED_OPERANDS = 16;

  private final Map<Key, Expression> nodes = new HashMap<>();
  private final long limit;
  private long size;

  /** Creates an empty pool without a limit. */
  public ExpressionPool() {
    this(Long.MAX_VALUE);
  }

  /**
   * Creates an empty pool.
   *
   * @param limit largest {@link #size()}
   */
  public ExpressionPool(long limit) {
    this.limit = limit;
  }

  /** Returns the number of nodes and of references between them, a measure of the memory used. */
  public long size() {
    return size;
  }

  /**
   * Returns a number.
   *
   * @param value the number; -0 becomes 0
   */
  public Expression constant(double value) {
    double canonical = value == 0 ? 0 : value;
    return intern(new Key(canonical, List.of()));
  }

  /**
   * Returns a coordinate.
   *
   * @param index its number, from 0
   * @param name its name
   */
  public Expression variable(int index, String name) {
    return intern(new Key(new Coordinate(index, name), List.of()));
  }

  /**
   * Returns the sum of some terms, 0 if there are none.
   *
   * @param terms the terms
   */
  public Expression sum(List<Expression> terms) {
    TermCollector collector = new TermCollector(this);
    terms.forEach(term -> collector.add(term, 1));
    List<Expression> canonical = collector.terms();
    return canonical.size() > 1 ? intern(new Key(Symbol.SUM, canonical)) : single(canonical, 0);
  }

  /**
   * Returns the sum of some terms.
   *
   * @param terms the terms
   */
  public Expression sum(Expression... terms) {
    return sum(Arrays.asList(terms));
  }

  /**
   * Returns the product of some factors, 1 if there are none. Many factors become a balanced tree
   * of products, whose gradient has a size proportional to n log n.
   *
   * @param factors the factors
   */
  public Expression product(List<Expression> factors) {
    if (factors.size() > MERGED_OPERANDS) {
      int middle = factors.size() / 2;
      return product(
          product(factors.subList(0, middle)), product(factors.subList(middle, factors.size())));
    }
    FactorCollector collector = new FactorCollector(this);
    collector.addAll(factors);
    return collector.product();
  }

  /**
   * Returns the product of some factors.
   *
   * @param factors the factors
   */
  public Expression product(Expression... factors) {
    return product(Arrays.asList(factors));
  }

  /**
   * Returns c u.
   *
   * @param coefficient c
   * @param expression u
   */
  public Expression scaled(double coefficient, Expression expression) {
    return expression instanceof Constant || expression instanceof Product
        ? product(constant(coefficient), expression)
        : canonicalProduct(coefficient, List.of(expression));
  }

  /**
   * Returns a power with a constant exponent.
   *
   * @param base the base u
   * @param exponent the exponent c
   */
  public Expression power(Expression base, double exponent) {
    if (exponent == 0) {
      return constant(1);
    }
    if (exponent == 1) {
      return base;
    }
    if (base instanceof Constant constant) {
      return constant(StrictMath.pow(constant.value(), exponent));
    }
    if (base instanceof Power inner && nests(inner.exponent(), exponent)) {
      return power(inner.base(), inner.exponent() * exponent);
    }
    if (base instanceof Product product && product.coefficient() != 1 && isInteger(exponent)) {
      double coefficient = StrictMath.pow(product.coefficient(), exponent);
      if (isNormal(coefficient)) {
        return scaled(coefficient, power(withoutCoefficient(product), exponent));
      }
    }
    return intern(new Key(exponent, List.of(base)));
  }

  /** A coefficient that overflows or vanishes would make it another function. */
  private static boolean isNormal(double number) {
    return Math.abs(number) >= Double.MIN_NORMAL && Double.isFinite(number);
  }

  /**
   * Returns u^v, which is exp(v log u) unless v is constant, and so is not a number for u < 0.
   *
   * @param base u
   * @param exponent v
   */
  public Expression power(Expression base, Expression exponent) {
    if (exponent instanceof Constant constant) {
      return power(base, constant.value());
    }
    return apply(ElementaryFunction.EXP, product(exponent, apply(ElementaryFunction.LOG, base)));
  }

  /**
   * Returns a function of an argument.
   *
   * @param function the function
   * @param argument the argument
   */
  public Expression apply(ElementaryFunction function, Expression argument) {
    if (argument instanceof Constant constant) {
      return constant(function.apply(constant.value()));
    }
    return intern(new Key(function, List.of(argument)));
  }

  /** Returns the product of canonical factors, the number among them apart. */
  Expression canonicalProduct(double coefficient, List<Expression> factors) {
    if (coefficient == 0 && Expression.areDefinedEverywhere(factors)) {
      return constant(0);
    }
    List<Expression> all = new ArrayList<>(factors.size() + 1);
    if (coefficient != 1) {
      all.add(constant(coefficient));
    }
    all.addAll(factors);
    return all.size() > 1
        ? intern(new Key(Symbol.PRODUCT, List.copyOf(all)))
        : single(all, coefficient);
  }

  /** Returns a product without its constant factor. */
  Expression withoutCoefficient(Product product) {
    return canonicalProduct(1, product.variableFactors());
  }

  static boolean isInteger(double number) {
    return number == Math.rint(number) && !Double.isInfinite(number);
  }

  /** Tells whether (x^a)^b is x^(ab) wherever either is defined. */
  private static boolean nests(double a, double b) {
    return isInteger(a) ? isInteger(b) : Double.isFinite(a * b) && !isInteger(a * b);
  }

  private Expression single(List<Expression> operands, double otherwise) {
    return operands.isEmpty() ? constant(otherwise) : operands.get(0);
  }

  private Expression intern(Key key) {
    Expression known = nodes.get(key);
    if (known != null) {
      return known;
    }
    size += 1 + key.operands.size();
    if (size > limit) {
      throw new ExpressionTooLargeException(limit);
    }
    Expression made = make(nodes.size(), key);
    nodes.put(key, made);
    return made;
  }

  private static Expression make(int id, Key key) {
    List<Expression> operands = key.operands;
    if (key.symbol instanceof Coordinate coordinate) {
      return new Variable(id, coordinate.index, coordinate.name);
    }
    if (key.symbol instanceof ElementaryFunction function) {
      return new Application(id, function, operands.get(0));
    }
    if (key.symbol instanceof Double number) {
      return operands.isEmpty() ? new Constant(id, number) : new Power(id, operands.get(0), number);
    }
    return key.symbol == Symbol.SUM ? new Sum(id, operands) : new Product(id, operands);
  }

  private enum Symbol {
    SUM,
    PRODUCT
  }

  private record Coordinate(int index, String name) {}

  /**
   * What makes a node: a number with no operand is a constant, with one the exponent of a power.
   */
  private record Key(Object symbol, List<Expression> operands) {}
}

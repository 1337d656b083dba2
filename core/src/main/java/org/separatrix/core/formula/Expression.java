package org.separatrix.core.formula;

import java.util.List;

/**
 * A scalar expression in the coordinates x_0 ... x_(d-1): an immutable node of a directed acyclic
 * graph.
 *
 * <p>Nodes are made by an {@link ExpressionPool} alone, which brings them into a canonical form and
 * keeps one object for each. Within a pool, equal expressions are therefore the same object, and
 * {@code ==} compares them; common subexpressions are shared. Walk over a graph with a map from
 * node to result, since the tree that it stands for may be exponentially larger.
 *
 * <p>There are six kinds of nodes, for which {@link ExpressionVisitor} has one method each. A
 * difference is a sum with coefficient -1, a quotient a product with exponent -1, a square root a
 * power with exponent 1/2, and u^v with variable v is exp(v log u).
 */
public abstract sealed class Expression {
  private static final int NO_VARIABLE = Integer.MAX_VALUE;

  private final int id;
  private final boolean definedEverywhere;
  private final int firstVariable;

  private Expression(int id, boolean definedEverywhere, int firstVariable) {
    this.id = id;
    this.definedEverywhere = definedEverywhere;
    this.firstVariable = firstVariable;
  }

  static boolean areDefinedEverywhere(List<Expression> expressions) {
    for (Expression expression : expressions) {
      if (!expression.definedEverywhere) {
        return false;
      }
    }
    return true;
  }

  private static int first(List<Expression> expressions) {
    int first = NO_VARIABLE;
    for (Expression expression : expressions) {
      first = Math.min(first, expression.firstVariable);
    }
    return first;
  }

  /**
   * Returns the position of this node in its pool. Operands have smaller numbers than what is made
   * of them, so descending order is an order from results to operands.
   */
  public final int id() {
    return id;
  }

  /**
   * Tells whether the value is a real number for all real coordinates, as far as the structure
   * shows it: no quotient, logarithm, tangent or root.
   */
  public final boolean isDefinedEverywhere() {
    return definedEverywhere;
  }

  /** Returns the smallest index of the variables that occur, a huge number if there are none. */
  final int firstVariable() {
    return firstVariable;
  }

  /** Returns the nodes that this one is made of, in order. */
  public abstract List<Expression> operands();

  /**
   * Calls the visitor's method for this kind of node.
   *
   * @param <R> what the visitor returns
   * @param visitor the visitor
   */
  public abstract <R> R accept(ExpressionVisitor<R> visitor);

  /** Returns the mixed number of the node, so that hashes of lists of nodes differ. */
  @Override
  public final int hashCode() {
    return id * 0x9E3779B9;
  }

  /** Compares by identity. */
  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  /** Returns the expression in the language of formulas, cut off where it is very long. */
  @Override
  public final String toString() {
    return ExpressionPrinter.print(this);
  }

  /** A number, possibly infinite or not a number; never -0. */
  public static final class Constant extends Expression {
    private final double value;

    Constant(int id, double value) {
      super(id, Double.isFinite(value), NO_VARIABLE);
      this.value = value;
    }

    /** Returns the number. */
    public double value() {
      return value;
    }

    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** A coordinate. */
  public static final class Variable extends Expression {
    private final int index;
    private final String name;

    Variable(int id, int index, String name) {
      super(id, true, index);
      this.index = index;
      this.name = name;
    }

    /** Returns the number of the coordinate, from 0. */
    public int index() {
      return index;
    }

    /** Returns the name in the formula. */
    public String name() {
      return name;
    }

    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.variable(this);
    }
  }

  /** A sum of at least two terms, of which only the last can be constant. */
  public static final class Sum extends Expression {
    private final List<Expression> terms;

    Sum(int id, List<Expression> terms) {
      super(id, areDefinedEverywhere(terms), first(terms));
      this.terms = terms;
    }

    /** Returns the terms. */
    public List<Expression> terms() {
      return terms;
    }

    @Override
    public List<Expression> operands() {
      return terms;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.sum(this);
    }
  }

  /** A product of at least two factors, of which only the first can be constant. */
  public static final class Product extends Expression {
    private final List<Expression> factors;

    Product(int id, List<Expression> factors) {
      super(id, areDefinedEverywhere(factors), first(factors));
      this.factors = factors;
    }

    /** Returns the factors, the constant one included. */
    public List<Expression> factors() {
      return factors;
    }

    /** Returns the constant factor, 1 if there is none. */
    public double coefficient() {
      return factors.get(0) instanceof Constant constant ? constant.value() : 1;
    }

    /** Returns the factors without the constant one. */
    public List<Expression> variableFactors() {
      return factors.get(0) instanceof Constant ? factors.subList(1, factors.size()) : factors;
    }

    @Override
    public List<Expression> operands() {
      return factors;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.product(this);
    }
  }

  /** A power with a constant exponent other than 0 and 1. */
  public static final class Power extends Expression {
    private final Expression base;
    private final double exponent;

    Power(int id, Expression base, double exponent) {
      super(
          id,
          base.isDefinedEverywhere() && exponent > 0 && exponent == Math.rint(exponent),
          base.firstVariable());
      this.base = base;
      this.exponent = exponent;
    }

    /** Returns the base. */
    public Expression base() {
      return base;
    }

    /** Returns the exponent. */
    public double exponent() {
      return exponent;
    }

    @Override
    public List<Expression> operands() {
      return List.of(base);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.power(this);
    }
  }

  /** A function applied to an argument. */
  public static final class Application extends Expression {
    private final ElementaryFunction function;
    private final Expression argument;

    Application(int id, ElementaryFunction function, Expression argument) {
      super(
          id,
          argument.isDefinedEverywhere() && function.isDefinedEverywhere(),
          argument.firstVariable());
      this.function = function;
      this.argument = argument;
    }

    /** Returns the function. */
    public ElementaryFunction function() {
      return function;
    }

    /** Returns the argument. */
    public Expression argument() {
      return argument;
    }

    @Override
    public List<Expression> operands() {
      return List.of(argument);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
      return visitor.application(this);
    }
  }
}

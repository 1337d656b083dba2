package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.core.formula.Expression.Constant;

/**
 * Gives names their meaning and writes sums and products over an index out, which turns the syntax
 * tree of a formula into a scalar {@link Expression}.
 */
final class Expansion {
  /** Largest number of syntax nodes visited, each as often as the loops around it say. */
  static final long MAXIMAL_SIZE = 2_000_000;

  private final Symbols symbols;
  private final ExpressionPool pool;
  private final List<Expression> variables = new ArrayList<>();
  private final Map<String, Long> loopVariables = new LinkedHashMap<>();
  private final IndexArithmetic indices;
  private long visited;

  private Expansion(Formula formula, ExpressionPool pool) {
    symbols = new Symbols(formula);
    this.pool = pool;
    indices = new IndexArithmetic(symbols, loopVariables);
    List<String> names = formula.variables();
    for (int i = 0; i < names.size(); i++) {
      variables.add(pool.variable(i, names.get(i)));
    }
  }

  /**
   * Returns the expression that a formula stands for.
   *
   * @param formula the formula
   * @param pool receives the expression
   * @throws FormulaException if the text is not a formula in the declared names
   */
  static Expression expand(Formula formula, ExpressionPool pool) {
    Expansion expansion = new Expansion(formula, pool);
    return expansion.expand(Parser.parse(formula.text()));
  }

  private Expression expand(Syntax syntax) {
    if (++visited > MAXIMAL_SIZE) {
      throw tooLarge(syntax.column());
    }
    if (syntax instanceof Syntax.Literal number) {
      return pool.constant(number.value());
    }
    if (syntax instanceof Syntax.Name name) {
      return expand(name);
    }
    if (syntax instanceof Syntax.Indexed indexed) {
      long index = indices.evaluate(indexed.index(), "an index");
      return variables.get(symbols.variable(indexed, index, loopVariables.keySet()));
    }
    if (syntax instanceof Syntax.Negation negation) {
      return pool.scaled(-1, expand(negation.operand()));
    }
    if (syntax instanceof Syntax.Sum sum) {
      return pool.sum(sum.terms().stream().map(this::expand).toList());
    }
    if (syntax instanceof Syntax.Product product) {
      return expand(product);
    }
    if (syntax instanceof Syntax.Power power) {
      return pool.power(expand(power.base()), expand(power.exponent()));
    }
    if (syntax instanceof Syntax.Call call) {
      return expand(call);
    }
    return expand((Syntax.Loop) syntax);
  }

  private Expression expand(Syntax.Name name) {
    Long loop = loopVariables.get(name.name());
    if (loop != null) {
      return pool.constant((double) loop);
    }
    OptionalInt variable = symbols.variable(name.name());
    if (variable.isPresent()) {
      return variables.get(variable.getAsInt());
    }
    OptionalDouble number = symbols.number(name.name());
    if (number.isPresent()) {
      return pool.constant(number.getAsDouble());
    }
    throw symbols.unknown(name.name(), name.column(), loopVariables.keySet());
  }

  /** Numbers are divided at last, once, so that 5*x/3 has the nearest double to 5/3. */
  private Expression expand(Syntax.Product product) {
    List<Expression> factors = new ArrayList<>(product.factors().size());
    double numerator = 1;
    double denominator = 1;
    for (Syntax.Factor factor : product.factors()) {
      Expression operand = expand(factor.operand());
      if (operand instanceof Constant constant) {
        numerator *= factor.divides() ? 1 : constant.value();
        denominator *= factor.divides() ? constant.value() : 1;
      } else {
        factors.add(factor.divides() ? pool.power(operand, -1) : operand);
      }
    }
    double coefficient = numerator / denominator;
    return factors.isEmpty()
        ? pool.constant(coefficient)
        : pool.scaled(coefficient, pool.product(factors));
  }

  private Expression expand(Syntax.Call call) {
    Expression argument = expand(call.argument());
    return call.function().equals("sqrt")
        ? pool.power(argument, 0.5)
        : pool.apply(
            ElementaryFunction.valueOf(call.function().toUpperCase(Locale.ROOT)), argument);
  }

  private Expression expand(Syntax.Loop loop) {
    checkFree(loop);
    long from = indices.evaluate(loop.from(), "the lower bound");
    long to = indices.evaluate(loop.to(), "the upper bound");
    if (to >= from && (to - from < 0 || to - from >= MAXIMAL_SIZE)) {
      throw tooLarge(loop.column());
    }
    List<Expression> bodies = new ArrayList<>();
    for (long i = from; i <= to; i++) {
      loopVariables.put(loop.variable(), i);
      bodies.add(expand(loop.body()));
    }
    loopVariables.remove(loop.variable());
    return loop.kind() == Syntax.Loop.Kind.SUM ? pool.sum(bodies) : pool.product(bodies);
  }

  private void checkFree(Syntax.Loop loop) {
    String name = loop.variable();
    String meaning =
        loopVariables.containsKey(name)
            ? "the variable of a loop around it"
            : symbols.isVariable(name)
                ? "a variable"
                : symbols.isParameter(name)
                    ? "a parameter"
                    : Vocabulary.contains(name) ? "a constant or function" : "";
    if (!meaning.isEmpty()) {
      throw Problem.at(
          loop.variableColumn(),
          "'%s' is already %s.".formatted(name, meaning),
          "choose another name for the loop's variable.");
    }
  }

  private static FormulaException tooLarge(int column) {
    return Problem.at(
        column,
        "the sums and products have more than %,d terms when written out.".formatted(MAXIMAL_SIZE),
        "choose a smaller range.");
  }
}

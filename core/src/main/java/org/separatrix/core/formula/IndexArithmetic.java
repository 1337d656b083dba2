package org.separatrix.core.formula;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.separatrix.api.objective.FormulaException;

/**
 * Evaluates indices and bounds of loops: integers made of the variables of loops and of integer
 * parameters by {@code + - * ^} and divisions without remainder.
 */
final class IndexArithmetic {
  private static final double LARGEST = 0x1p53;

  private final Symbols symbols;
  private final Map<String, Long> loopVariables;

  /**
   * Creates the arithmetic.
   *
   * @param symbols the parameters
   * @param loopVariables the loops around the place, changing with it
   */
  IndexArithmetic(Symbols symbols, Map<String, Long> loopVariables) {
    this.symbols = symbols;
    this.loopVariables = loopVariables;
  }

  /**
   * Returns an integer.
   *
   * @param syntax its expression
   * @param what names it in messages, such as "an index"
   * @throws FormulaException if it is not an integer
   */
  long evaluate(Syntax syntax, String what) {
    try {
      return value(syntax, what);
    } catch (ArithmeticException overflow) {
      throw Problem.at(syntax.column(), what + " is larger than an integer can be");
    }
  }

  private long value(Syntax syntax, String what) {
    if (syntax instanceof Syntax.Literal number) {
      return integer(number.value(), "", number.column(), what);
    }
    if (syntax instanceof Syntax.Name name) {
      return value(name, what);
    }
    if (syntax instanceof Syntax.Negation negation) {
      return Math.negateExact(value(negation.operand(), what));
    }
    if (syntax instanceof Syntax.Sum sum) {
      long total = 0;
      for (Syntax term : sum.terms()) {
        total = Math.addExact(total, value(term, what));
      }
      return total;
    }
    if (syntax instanceof Syntax.Product product) {
      return product(product.factors(), what);
    }
    if (syntax instanceof Syntax.Power power) {
      return power(value(power.base(), what), value(power.exponent(), what), power, what);
    }
    throw Problem.at(
        syntax.column(),
        what + " must be made of integers, parameters and the variables of loops by + - * / ^");
  }

  private long value(Syntax.Name name, String what) {
    Long loop = loopVariables.get(name.name());
    if (loop != null) {
      return loop;
    }
    if (symbols.isVariable(name.name())) {
      throw Problem.at(
          name.column(),
          "%s must be constant, but '%s' is a variable".formatted(what, name.name()));
    }
    OptionalDouble number = symbols.number(name.name());
    if (number.isEmpty()) {
      throw symbols.unknown(name.name(), name.column(), loopVariables.keySet());
    }
    return integer(number.getAsDouble(), "'" + name.name() + "' = ", name.column(), what);
  }

  private static long integer(double value, String name, int column, String what) {
    if (!ExpressionPool.isInteger(value)) {
      throw Problem.at(
          column,
          "%s must be an integer, but %s%s is not"
              .formatted(what, name, ExpressionPrinter.print(value)));
    }
    if (Math.abs(value) > LARGEST) {
      throw new ArithmeticException("not exact");
    }
    return (long) value;
  }

  private long product(List<Syntax.Factor> factors, String what) {
    long product = 1;
    for (Syntax.Factor factor : factors) {
      long value = value(factor.operand(), what);
      if (!factor.divides()) {
        product = Math.multiplyExact(product, value);
      } else if (value == 0 || product % value != 0) {
        throw Problem.at(
            factor.operand().column(),
            "%s must be an integer, but %d/%d is not".formatted(what, product, value));
      } else {
        product /= value;
      }
    }
    return product;
  }

  private static long power(long base, long exponent, Syntax.Power syntax, String what) {
    if (exponent < 0) {
      throw Problem.at(
          syntax.column(),
          "%s must be an integer, but %d^(%d) is not".formatted(what, base, exponent));
    }
    if (Math.abs(base) > 1 && exponent > 62) {
      throw new ArithmeticException("not exact");
    }
    long power = 1;
    // A base of 0, 1 or -1 needs no more than the exponent's parity and whether it is zero.
    long repetitions = Math.abs(base) > 1 ? exponent : Math.min(exponent, 2 - exponent % 2);
    for (long i = 0; i < repetitions; i++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }
}

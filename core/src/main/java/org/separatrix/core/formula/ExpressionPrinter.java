package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.formula.Expression.Application;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;
import org.separatrix.core.formula.Expression.Sum;
import org.separatrix.core.formula.Expression.Variable;

/** Writes expressions in the language of formulas, so that they can be read back. */
public final class ExpressionPrinter implements ExpressionVisitor<ExpressionPrinter> {
  private static final int MAXIMAL_LENGTH = 2000;

  private final StringBuilder text = new StringBuilder();
  private final int maximalLength;

  private ExpressionPrinter(int maximalLength) {
    this.maximalLength = maximalLength;
  }

  /**
   * Returns the text of an expression, cut off after 2000 characters.
   *
   * @param expression what to print
   */
  public static String print(Expression expression) {
    return print(expression, MAXIMAL_LENGTH);
  }

  /**
   * Returns the text of an expression. It is a tree, so it can be much larger than the graph.
   *
   * @param expression what to print
   * @param maximalLength number of characters after which the text ends with "..."
   */
  public static String print(Expression expression, int maximalLength) {
    ExpressionPrinter printer = new ExpressionPrinter(maximalLength);
    expression.accept(printer);
    return printer.isFull()
        ? printer.text.substring(0, maximalLength) + "..."
        : printer.text.toString();
  }

  /** Returns a number as a person writes it: without a fraction where it is an integer. */
  static String print(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  @Override
  public ExpressionPrinter constant(Constant constant) {
    return append(print(constant.value()));
  }

  @Override
  public ExpressionPrinter variable(Variable variable) {
    return append(variable.name());
  }

  /** Prints a positive term first, if there is one, so that -x + y reads y - x. */
  @Override
  public ExpressionPrinter sum(Sum sum) {
    List<Expression> terms = new ArrayList<>(sum.terms());
    int positive = 0;
    while (positive < terms.size() && coefficient(terms.get(positive)) < 0) {
      positive++;
    }
    terms.add(0, terms.remove(positive % terms.size()));
    for (int i = 0; i < terms.size() && !isFull(); i++) {
      boolean negative = coefficient(terms.get(i)) < 0;
      append(i == 0 ? (negative ? "-" : "") : negative ? " - " : " + ");
      magnitude(terms.get(i));
    }
    return this;
  }

  @Override
  public ExpressionPrinter product(Product product) {
    append(product.coefficient() < 0 ? "-" : "");
    magnitude(product);
    return this;
  }

  @Override
  public ExpressionPrinter power(Power power) {
    if (power.exponent() == 0.5) {
      return call("sqrt", power.base());
    }
    if (power.exponent() < 0) {
      append("1/");
    }
    return denominator(power.base(), Math.abs(power.exponent()), power.exponent() < 0);
  }

  @Override
  public ExpressionPrinter application(Application application) {
    return call(application.function().symbol(), application.argument());
  }

  private ExpressionPrinter call(String function, Expression argument) {
    append(function).append("(");
    argument.accept(this);
    return append(")");
  }

  private static double coefficient(Expression term) {
    if (term instanceof Constant constant) {
      return constant.value();
    }
    return term instanceof Product product ? product.coefficient() : 1;
  }

  /** Appends a term of a sum without its sign. */
  private void magnitude(Expression term) {
    if (term instanceof Constant constant) {
      append(print(Math.abs(constant.value())));
    } else if (term instanceof Product product) {
      quotient(Math.abs(product.coefficient()), product.variableFactors());
    } else {
      term.accept(this);
    }
  }

  private void quotient(double coefficient, List<Expression> factors) {
    boolean first = coefficient == 1;
    append(first ? "" : print(coefficient));
    for (Expression factor : factors) {
      if (!isInverse(factor) && !isFull()) {
        append(first ? "" : "*");
        factor(factor);
        first = false;
      }
    }
    append(first ? "1" : "");
    for (Expression factor : factors) {
      if (factor instanceof Power power && isInverse(factor) && !isFull()) {
        append("/");
        denominator(power.base(), -power.exponent(), true);
      }
    }
  }

  private static boolean isInverse(Expression factor) {
    return factor instanceof Power power && power.exponent() < 0;
  }

  private ExpressionPrinter denominator(Expression base, double exponent, boolean divides) {
    if (exponent == 0.5) {
      return call("sqrt", base);
    }
    if (exponent == 1) {
      return divides && base instanceof Product ? parenthesised(base) : factor(base);
    }
    boolean atom = base instanceof Variable || base instanceof Application;
    (atom ? base.accept(this) : parenthesised(base)).append("^");
    return append(print(exponent));
  }

  private ExpressionPrinter factor(Expression factor) {
    boolean bare = !(factor instanceof Sum || factor instanceof Product);
    return bare ? factor.accept(this) : parenthesised(factor);
  }

  private ExpressionPrinter parenthesised(Expression expression) {
    append("(");
    expression.accept(this);
    return append(")");
  }

  private ExpressionPrinter append(String part) {
    text.append(part);
    return this;
  }

  private boolean isFull() {
    return text.length() > maximalLength;
  }
}

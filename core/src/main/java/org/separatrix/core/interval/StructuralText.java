package org.separatrix.core.interval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.separatrix.core.formula.Expression;
import org.separatrix.core.formula.ExpressionVisitor;

/**
 * Writes expressions so that those that differ in the names of their variables alone give the same
 * text: each node once, after its operands, which are referred to by number.
 */
final class StructuralText implements ExpressionVisitor<String> {
  private final IntUnaryOperator component;
  private final Map<Expression, Integer> numbers = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private StructuralText(IntUnaryOperator component) {
    this.component = component;
  }

  /**
   * Returns the text.
   *
   * @param roots the expressions
   * @param component the number that stands for a variable
   */
  static String of(List<Expression> roots, IntUnaryOperator component) {
    StructuralText writer = new StructuralText(component);
    roots.forEach(writer::write);
    return writer.text + "= " + writer.references(roots);
  }

  private void write(Expression root) {
    Deque<Expression> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      Expression node = pending.peek();
      boolean ready = true;
      for (Expression operand : node.operands()) {
        if (!numbers.containsKey(operand)) {
          pending.push(operand);
          ready = false;
        }
      }
      if (ready) {
        pending.pop();
        if (numbers.putIfAbsent(node, numbers.size()) == null) {
          text.append(node.accept(this)).append("; ");
        }
      }
    }
  }

  private String references(List<Expression> operands) {
    return operands.stream().map(numbers::get).toList().toString();
  }

  @Override
  public String constant(Expression.Constant constant) {
    return Double.toHexString(constant.value());
  }

  @Override
  public String variable(Expression.Variable variable) {
    return "x" + component.applyAsInt(variable.index());
  }

  @Override
  public String sum(Expression.Sum sum) {
    return "+" + references(sum.terms());
  }

  @Override
  public String product(Expression.Product product) {
    return "*" + references(product.factors());
  }

  @Override
  public String power(Expression.Power power) {
    return "^" + Double.toHexString(power.exponent()) + references(power.operands());
  }

  @Override
  public String application(Expression.Application application) {
    return application.function() + references(application.operands());
  }
}

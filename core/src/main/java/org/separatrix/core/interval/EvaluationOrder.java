package org.separatrix.core.interval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.separatrix.core.formula.ElementaryFunction;
import org.separatrix.core.formula.Expression;
import org.separatrix.core.formula.ExpressionVisitor;

/**
 * Some expressions as a list of steps, each node once and after its operands, to be evaluated in
 * any {@link Algebra} without recursion. Immutable, so that threads can share it.
 */
public final class EvaluationOrder {
  private final Step[] steps;
  private final int[] results;

  private EvaluationOrder(Step[] steps, int[] results) {
    this.steps = steps;
    this.results = results;
  }

  /**
   * Puts the nodes below some expressions in order.
   *
   * @param roots the expressions, all of one pool
   */
  public static EvaluationOrder of(List<Expression> roots) {
    return of(roots, IntUnaryOperator.identity());
  }

  /**
   * Puts the nodes below some expressions in order.
   *
   * @param roots the expressions, all of one pool
   * @param component the component of a box that stands for a variable
   */
  static EvaluationOrder of(List<Expression> roots, IntUnaryOperator component) {
    List<Expression> nodes = new ArrayList<>(reachable(roots));
    // Operands have smaller numbers than what is made of them.
    nodes.sort(Comparator.comparingInt(Expression::id));
    Map<Expression, Integer> positions = new HashMap<>();
    Step[] steps = new Step[nodes.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = nodes.get(i).accept(new StepMaker(positions, component));
      positions.put(nodes.get(i), i);
    }
    return new EvaluationOrder(steps, roots.stream().mapToInt(positions::get).toArray());
  }

  /**
   * Returns the value of each expression.
   *
   * @param <T> the numbers
   * @param algebra what the nodes mean
   */
  public <T> List<T> evaluate(Algebra<T> algebra) {
    List<T> values = new ArrayList<>(steps.length);
    for (Step step : steps) {
      values.add(step.evaluate(algebra, values));
    }
    List<T> chosen = new ArrayList<>(results.length);
    for (int result : results) {
      chosen.add(values.get(result));
    }
    return chosen;
  }

  /** Returns the nodes of some expressions, those included. */
  static Set<Expression> reachable(List<Expression> roots) {
    Set<Expression> seen = new HashSet<>(roots);
    Deque<Expression> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      for (Expression operand : pending.pop().operands()) {
        if (seen.add(operand)) {
          pending.push(operand);
        }
      }
    }
    return seen;
  }

  /** One node; operands are given by their positions. */
  private interface Step {
    <T> T evaluate(Algebra<T> algebra, List<T> values);
  }

  private record ConstantStep(double value) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      return algebra.constant(value);
    }
  }

  private record VariableStep(int index) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      return algebra.variable(index);
    }
  }

  private record SumStep(int[] terms) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      T sum = values.get(terms[0]);
      for (int i = 1; i < terms.length; i++) {
        sum = algebra.sum(sum, values.get(terms[i]));
      }
      return sum;
    }
  }

  private record ProductStep(int[] factors) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      T product = values.get(factors[0]);
      for (int i = 1; i < factors.length; i++) {
        product = algebra.product(product, values.get(factors[i]));
      }
      return product;
    }
  }

  private record PowerStep(int base, double exponent) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      return algebra.power(values.get(base), exponent);
    }
  }

  private record ApplicationStep(ElementaryFunction function, int argument) implements Step {
    @Override
    public <T> T evaluate(Algebra<T> algebra, List<T> values) {
      return algebra.apply(function, values.get(argument));
    }
  }

  private record StepMaker(Map<Expression, Integer> positions, IntUnaryOperator component)
      implements ExpressionVisitor<Step> {
    @Override
    public Step constant(Expression.Constant constant) {
      return new ConstantStep(constant.value());
    }

    @Override
    public Step variable(Expression.Variable variable) {
      return new VariableStep(component.applyAsInt(variable.index()));
    }

    @Override
    public Step sum(Expression.Sum sum) {
      return new SumStep(positions(sum.terms()));
    }

    @Override
    public Step product(Expression.Product product) {
      return new ProductStep(positions(product.factors()));
    }

    @Override
    public Step power(Expression.Power power) {
      return new PowerStep(positions(power.operands())[0], power.exponent());
    }

    @Override
    public Step application(Expression.Application application) {
      return new ApplicationStep(application.function(), positions(application.operands())[0]);
    }

    private int[] positions(List<Expression> operands) {
      return operands.stream().mapToInt(positions::get).toArray();
    }
  }
}

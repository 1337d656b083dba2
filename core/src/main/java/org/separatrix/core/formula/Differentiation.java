package org.separatrix.core.formula;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.separatrix.core.formula.Expression.Application;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;
import org.separatrix.core.formula.Expression.Sum;
import org.separatrix.core.formula.Expression.Variable;

/**
 * Exact derivatives by reverse accumulation: one sweep over the graph, from the result down to the
 * coordinates, gives all partial derivatives.
 *
 * <p>Each node u receives its adjoint df/du, the sum over the nodes v made of u of df/dv dv/du. The
 * adjoints are expressions of the same pool, so they share with f whatever they have in common. The
 * gradient has a size proportional to that of f.
 */
final class Differentiation {
  private final ExpressionPool pool;
  private final int variables;
  private final Map<Expression, List<Expression>> contributions = new HashMap<>();
  private final PriorityQueue<Expression> pending =
      new PriorityQueue<>(Comparator.comparingInt(Expression::id).reversed());
  private final SortedMap<Integer, Expression> partials = new TreeMap<>();

  private Differentiation(ExpressionPool pool, int variables) {
    this.pool = pool;
    this.variables = variables;
  }

  /**
   * Returns the partial derivatives that do not vanish identically, by the number of the variable.
   *
   * @param pool the pool of f, which receives the derivatives
   * @param f what to differentiate
   * @param variables only the first so many variables are regarded
   */
  static SortedMap<Integer, Expression> partials(ExpressionPool pool, Expression f, int variables) {
    Differentiation sweep = new Differentiation(pool, variables);
    sweep.contribute(f, pool.constant(1));
    while (!sweep.pending.isEmpty()) {
      sweep.propagate(sweep.pending.remove());
    }
    return sweep.partials;
  }

  private void propagate(Expression node) {
    Expression adjoint = pool.sum(requireNonNull(contributions.remove(node)));
    if (adjoint instanceof Constant constant && constant.value() == 0) {
      return;
    }
    if (node instanceof Variable variable) {
      partials.put(variable.index(), adjoint);
    } else if (node instanceof Sum sum) {
      sum.terms().forEach(term -> contribute(term, adjoint));
    } else if (node instanceof Product product) {
      propagate(product, adjoint);
    } else if (node instanceof Power power) {
      double n = power.exponent();
      Expression slope = pool.scaled(n, pool.power(power.base(), n - 1));
      contribute(power.base(), pool.product(adjoint, slope));
    } else if (node instanceof Application application) {
      contribute(application.argument(), pool.product(adjoint, slope(application)));
    }
  }

  /** No division by the factor itself, so that the derivative is right where it vanishes. */
  private void propagate(Product product, Expression adjoint) {
    List<Expression> factors = product.factors();
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).firstVariable() < variables) {
        List<Expression> others = new ArrayList<>(factors);
        others.set(i, adjoint);
        contribute(factors.get(i), pool.product(others));
      }
    }
  }

  private Expression slope(Application application) {
    Expression argument = application.argument();
    return switch (application.function()) {
      case SIN -> pool.apply(ElementaryFunction.COS, argument);
      case COS -> pool.scaled(-1, pool.apply(ElementaryFunction.SIN, argument));
      case TAN -> pool.sum(pool.power(application, 2), pool.constant(1));
      case EXP -> application;
      case LOG -> pool.power(argument, -1);
      case TANH -> pool.sum(pool.scaled(-1, pool.power(application, 2)), pool.constant(1));
    };
  }

  private void contribute(Expression node, Expression contribution) {
    if (node.firstVariable() >= variables) {
      return;
    }
    contributions
        .computeIfAbsent(
            node,
            fresh -> {
              pending.add(node);
              return new ArrayList<>();
            })
        .add(contribution);
  }
}

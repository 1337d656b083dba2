package org.separatrix.core.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Expression;

/**
 * Finds out which variables a formula mixes.
 *
 * <p>If each partial derivative by the variables of a block has an expression in these variables
 * alone, then f is a function of the block plus one of the rest, on any box. The same must hold of
 * the terms of f that may be undefined somewhere, so that the domain is a product as well.
 */
final class SeparableParts {
  private final CompiledFormula formula;
  private final int[] parent;

  private SeparableParts(CompiledFormula formula) {
    this.formula = formula;
    parent = new int[formula.dimension()];
    Arrays.setAll(parent, k -> k);
  }

  /** Returns the blocks by their first variables. */
  static List<FormulaBlock> of(CompiledFormula formula) {
    return new SeparableParts(formula).blocks();
  }

  private List<FormulaBlock> blocks() {
    List<Expression> gradient = formula.gradientExpressions();
    for (int k = 0; k < parent.length; k++) {
      join(k, variables(gradient.get(k)));
    }
    List<Expression> partial = partialTerms();
    for (Expression term : partial) {
      Set<Integer> variables = variables(term);
      variables.stream().findFirst().ifPresent(first -> join(first, variables));
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int k = 0; k < parent.length; k++) {
      members.computeIfAbsent(root(k), root -> new ArrayList<>()).add(k);
    }
    return members.values().stream().map(variables -> block(variables, partial)).toList();
  }

  private FormulaBlock block(List<Integer> variables, List<Expression> partial) {
    List<Expression> own = partial.stream().filter(term -> belongs(term, variables)).toList();
    List<Expression> all = new ArrayList<>(own);
    variables.forEach(k -> all.add(formula.gradientExpressions().get(k)));
    return new FormulaBlock(
        variables,
        new FormulaDerivatives(formula, variables, own),
        StructuralText.of(all, variables::indexOf) + " of " + own.size());
  }

  /** A term without variables, such as the logarithm of -1, spoils every block. */
  private static boolean belongs(Expression term, List<Integer> variables) {
    return variables.containsAll(variables(term));
  }

  private List<Expression> partialTerms() {
    List<Expression> terms = new ArrayList<>();
    List<Expression> pending = new ArrayList<>(List.of(formula.valueExpression()));
    while (!pending.isEmpty()) {
      Expression term = pending.remove(pending.size() - 1);
      if (term instanceof Expression.Sum sum) {
        pending.addAll(sum.terms());
      } else if (term instanceof Expression.Product product
          && product.variableFactors().size() == 1
          && product.variableFactors().get(0) instanceof Expression.Sum sum
          && Double.isFinite(product.coefficient())) {
        pending.addAll(sum.terms());
      } else if (!term.isDefinedEverywhere()) {
        terms.add(term);
      }
    }
    return terms;
  }

  private static Set<Integer> variables(Expression expression) {
    Set<Integer> variables = new TreeSet<>();
    for (Expression node : EvaluationOrder.reachable(List.of(expression))) {
      if (node instanceof Expression.Variable variable) {
        variables.add(variable.index());
      }
    }
    return variables;
  }

  private void join(int k, Set<Integer> others) {
    // The smallest member is the root.
    for (int other : others) {
      int a = root(k);
      int b = root(other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int k) {
    int root = k;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}

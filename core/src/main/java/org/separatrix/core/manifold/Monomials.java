package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monomials in m variables up to a degree, numbered by ascending degree, with their products.
 *
 * <p>Number 0 is 1, numbers 1 ... m are the variables in order.
 */
public final class Monomials {
  /** Largest number of pairs whose product is stored, about 100 MB. */
  private static final double MOST_PRODUCTS = 2.5e7;

  /** Logarithm of a number below 2^63. */
  private static final double LARGEST_KEY = 43;

  private final int variables;
  private final int order;
  private final int[][] exponents;
  private final int[] firstOfDegree;
  private final int[] degrees;
  private final int[] firstVariables;

  /** For each pair whose product is of a degree that counts, the number of the product. */
  private final int[][] products;

  /** For each variable and monomial, the number of the quotient, or -1. */
  private final int[][] quotients;

  /**
   * Numbers the monomials.
   *
   * @param variables number m of variables, at least 1
   * @param order largest degree N, at least 1
   * @throws IllegalArgumentException if there are too many
   */
  Monomials(int variables, int order) {
    this.variables = variables;
    this.order = order;
    double pairs = 1;
    for (int i = 1; i <= order; i++) {
      pairs *= (2.0 * variables + i) / i;
    }
    if (pairs > MOST_PRODUCTS || variables * Math.log(order + 1.0) > LARGEST_KEY) {
      throw new IllegalArgumentException(
          "power series of order %d in %d variables are too large.\nMaybe choose a lower order."
              .formatted(order, variables));
    }
    List<int[]> all = new ArrayList<>();
    firstOfDegree = new int[order + 2];
    for (int degree = 0; degree <= order; degree++) {
      firstOfDegree[degree] = all.size();
      addOfDegree(new int[variables], 0, degree, all);
    }
    firstOfDegree[order + 1] = all.size();
    exponents = all.toArray(new int[0][]);
    degrees = Arrays.stream(exponents).mapToInt(e -> Arrays.stream(e).sum()).toArray();
    long[] keys = Arrays.stream(exponents).mapToLong(this::key).toArray();
    Map<Long, Integer> numbers = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      numbers.put(keys[i], i);
    }
    products = new int[size()][];
    for (int i = 0; i < size(); i++) {
      products[i] = new int[firstOfDegree[order - degrees[i] + 1]];
      for (int j = 0; j < products[i].length; j++) {
        products[i][j] = numbers.getOrDefault(keys[i] + keys[j], -1);
      }
    }
    firstVariables = new int[size()];
    quotients = new int[variables][size()];
    for (int v = variables - 1; v >= 0; v--) {
      Arrays.fill(quotients[v], -1);
      for (int i = 0; i < products[v + 1].length; i++) {
        quotients[v][products[v + 1][i]] = i;
        firstVariables[products[v + 1][i]] = v;
      }
    }
  }

  private void addOfDegree(int[] exponent, int variable, int rest, List<int[]> all) {
    if (variable == variables - 1) {
      exponent[variable] = rest;
      all.add(exponent.clone());
      return;
    }
    for (int power = rest; power >= 0; power--) {
      exponent[variable] = power;
      addOfDegree(exponent, variable + 1, rest - power, all);
    }
  }

  /** The exponents as digits, which add up without carry as long as the degree counts. */
  private long key(int[] exponent) {
    long key = 0;
    for (int power : exponent) {
      key = key * (order + 1) + power;
    }
    return key;
  }

  /** Returns the number m of variables. */
  public int variables() {
    return variables;
  }

  /** Returns the largest degree N. */
  public int order() {
    return order;
  }

  /** Returns the number of monomials. */
  public int size() {
    return exponents.length;
  }

  /** Returns the exponents of a monomial, m of them, fresh. */
  public int[] exponents(int monomial) {
    return exponents[monomial].clone();
  }

  /** Returns the degree of a monomial. */
  public int degree(int monomial) {
    return degrees[monomial];
  }

  /** Returns the number of the first monomial of a degree, which may be N + 1. */
  int first(int degree) {
    return firstOfDegree[degree];
  }

  /** Returns the exponent of a variable. */
  int exponent(int monomial, int variable) {
    return exponents[monomial][variable];
  }

  /** Returns the numbers of the products of a monomial with 0, 1, 2, ... Not to be modified. */
  int[] products(int monomial) {
    return products[monomial];
  }

  /** Returns the first variable that occurs in a monomial other than 1. */
  int firstVariable(int monomial) {
    return firstVariables[monomial];
  }

  /** Returns the number of a monomial divided by a variable, -1 if that is none. */
  int quotient(int monomial, int variable) {
    return quotients[variable][monomial];
  }
}

package org.separatrix.api.objective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a closed-form objective, such as {@code x^2/2 + y^4/4 - y^2/2}.
 *
 * <p>The language has {@code + - * / ^}, unary minus, parentheses, the functions {@code sin cos tan
 * exp log sqrt tanh}, the constants {@code pi} and {@code e}, named variables, named parameters,
 * indexed variables {@code x[i]} (from 1) and {@code sum(i, 1, n, ...)}, {@code prod(i, 1, n, ...)}
 * whose bounds are constant.
 *
 * @param text the formula
 * @param variables names of the coordinates in order; a formula in the indexed variable {@code x[1]
 *     ... x[n]} lists {@code x[1]}, {@code x[2]} and so on
 * @param parameters named constants
 */
public record Formula(String text, List<String> variables, Map<String, Double> parameters) {
  /** Copies the lists and checks that there is a variable and that no name has two meanings. */
  public Formula {
    variables = List.copyOf(variables);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (variables.isEmpty()) {
      throw new IllegalArgumentException("variables is empty: name at least one");
    }
    if (variables.stream().distinct().count() != variables.size()) {
      throw new IllegalArgumentException("variables " + variables + " names one of them twice");
    }
    for (String name : parameters.keySet()) {
      if (variables.contains(name)) {
        throw new IllegalArgumentException("'" + name + "' is both a variable and a parameter");
      }
    }
  }

  /**
   * Returns a formula without parameters.
   *
   * @param text the formula
   * @param variables names of the coordinates in order
   */
  public static Formula of(String text, String... variables) {
    return new Formula(text, List.of(variables), Map.of());
  }

  /**
   * Returns a formula in {@code x[1] ... x[n]}, where the parameter {@code n} is the dimension.
   *
   * @param text the formula
   * @param dimension number of coordinates, at least 1
   * @param parameters named constants besides {@code n}
   */
  public static Formula indexed(String text, int dimension, Map<String, Double> parameters) {
    List<String> variables = new ArrayList<>();
    for (int i = 1; i <= dimension; i++) {
      variables.add("x[" + i + "]");
    }
    Map<String, Double> all = new LinkedHashMap<>(parameters);
    all.put("n", (double) dimension);
    return new Formula(text, variables, all);
  }

  /** Returns the number of coordinates. */
  public int dimension() {
    return variables.size();
  }
}

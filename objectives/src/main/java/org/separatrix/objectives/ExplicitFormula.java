package org.separatrix.objectives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * An objective whose formula stands in the study.
 *
 * @param f the formula
 * @param variables names of the coordinates in order; absent if {@code dimension} is given
 * @param dimension number of coordinates x[1], ..., x[n]; absent if {@code variables} is given
 * @param with named constants
 * @param domain the region of interest
 */
@Doc(
    value = "A formula: value, exact gradient and exact Hessian from its text.",
    example =
        "{type: formula, f: \"x^2/2 + b*y^4/4 - y^2/2\", variables: [x, y], with: {b: 0.7},"
            + " domain: [[-2, 2], [-2, 2]]}")
public record ExplicitFormula(
    @Doc(
            value =
                "The formula, of + - * / ^, sin cos tan exp log sqrt tanh, pi, e, the variables,"
                    + " the constants of 'with', and sum(i, 1, n, ...), prod(i, 1, n, ...) over"
                    + " x[i].",
            example = "\"x^2/2 + y^4/4 - y^2/2\"")
        String f,
    @Doc(
            value = "Names of the coordinates in order. Required without dimension.",
            example = "[x, y]")
        @Nullable List<String> variables,
    @Doc(
            value =
                "Number n of coordinates, which are then x[1], ..., x[n]. Required without"
                    + " variables.",
            example = "10")
        @Nullable Integer dimension,
    @Doc(value = "Values of named constants.", defaultValue = "{}", example = "{b: 0.7}")
        Map<String, Double> with,
    @Doc(
            value =
                "Interval of each coordinate, or one for all: the region of interest, from which"
                    + " starts and samples are drawn by default.",
            unit = "unit of x",
            example = "[[-2, 2], [-2, 2]]")
        @Nullable Box domain)
    implements NamedFormula {

  /** Copies the collections and checks that the coordinates are given in one way. */
  public ExplicitFormula {
    if (variables != null && dimension != null) {
      throw new IllegalArgumentException(
          "variables and dimension are both given: variables is for named coordinates, dimension"
              + " for x[1], ..., x[n]");
    }
    int coordinates;
    if (variables != null) {
      variables = List.copyOf(variables);
      coordinates = variables.size();
      Dimension.checkMost("variables: their number", coordinates);
    } else if (dimension != null) {
      Dimension.check(dimension, 1);
      coordinates = dimension;
    } else {
      throw new IllegalArgumentException(
          "variables is missing.%n".formatted()
              + "Maybe name the coordinates, as in variables: [x, y], or give the dimension n for"
              + " coordinates x[1], ..., x[n].");
    }
    with = Map.copyOf(with);
    for (String name : with.keySet()) {
      if (variables != null && variables.contains(name)) {
        throw new IllegalArgumentException(
            "with names '%s', which is a variable: give the constant another name".formatted(name));
      }
      if (dimension != null && name.equals("n")) {
        throw new IllegalArgumentException(
            "with names 'n', which is the dimension: give the constant another name");
      }
    }
    if (domain != null && domain.across(coordinates).isEmpty()) {
      throw new IllegalArgumentException(
          "domain has %d intervals, but the formula has %s"
              .formatted(
                  domain.dimension(),
                  coordinates == 1 ? "1 coordinate" : coordinates + " coordinates"));
    }
  }

  @Override
  public Formula formula() {
    return dimension != null
        ? Formula.indexed(f, dimension, with)
        : new Formula(f, variables != null ? variables : List.of(), with);
  }

  @Override
  public Landscape landscape() {
    return Optional.ofNullable(domain)
        .flatMap(each -> each.across(formula().dimension()))
        .map(Landscape::on)
        .orElseGet(Landscape::unknown);
  }
}

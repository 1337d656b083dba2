package org.separatrix.objectives;

import java.util.List;
import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;
import org.separatrix.objectives.SeparablePoints.Coordinate;

/**
 * The function of Styblinski and Tang (Neural Networks 3, 1990), the sum of (x_i^4 - 16 x_i^2 + 5
 * x_i) / 2: 3^d critical points, 2^d minima.
 *
 * <p>The Hessian is diagonal with the entries 6 x_i^2 - 16, so L = 134 on [-5, 5]^d. The critical
 * points are declared up to d = 5.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Styblinski-Tang function, the sum of (x^4 - 16 x^2 + 5 x)/2 over the coordinates: 3^d critical points.",
    example = "{type: styblinski-tang, dimension: 2}")
public record StyblinskiTang(
    @Doc(value = "Number of coordinates d, at least 1.", defaultValue = "2", example = "2")
        int dimension)
    implements NamedFormula {
  /** Roots of 4 x^3 - 32 x + 5. */
  private static final List<Coordinate> ROOTS =
      List.of(
          new Coordinate(-2.903534027771177, true),
          new Coordinate(0.1567312567803401, false),
          new Coordinate(2.746802770990837, true));

  /** Checks the dimension. */
  public StyblinskiTang {
    Dimension.check(dimension, 1);
  }

  @Override
  public Formula formula() {
    return Formula.indexed("sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2", dimension, Map.of());
  }

  @Override
  public Landscape landscape() {
    Landscape known =
        Landscape.on(Box.cube(dimension, -5, 5))
            .withLipschitz(134)
            .withSource("Styblinski and Tang, Neural Networks 3, 1990");
    return dimension <= 5 ? SeparablePoints.add(known, ROOTS, dimension) : known;
  }
}

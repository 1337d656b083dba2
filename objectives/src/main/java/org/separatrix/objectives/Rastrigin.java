package org.separatrix.objectives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;
import org.separatrix.objectives.SeparablePoints.Coordinate;

/**
 * Rastrigin's function 10 d + sum of x_i^2 - 10 cos(2 pi x_i): 21^d critical points in [-5.12,
 * 5.12]^d, 11^d of them minima.
 *
 * <p>The Hessian is diagonal with the entries 2 + 40 pi^2 cos(2 pi x_i), so L = 2 + 40 pi^2
 * everywhere. The critical points are declared up to d = 2.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Rastrigin's function 10 d + sum of x^2 - 10 cos(2 pi x): 21^d critical points, 11^d minima.",
    example = "{type: rastrigin, dimension: 2}")
public record Rastrigin(
    @Doc(value = "Number of coordinates d, at least 1.", defaultValue = "2", example = "2")
        int dimension)
    implements NamedFormula {
  /** Checks the dimension. */
  public Rastrigin {
    Dimension.check(dimension, 1);
  }

  @Override
  public Formula formula() {
    return Formula.indexed("10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))", dimension, Map.of());
  }

  @Override
  public Landscape landscape() {
    Landscape known =
        Landscape.on(Box.cube(dimension, -5.12, 5.12))
            .withLipschitz(2 + 40 * Math.PI * Math.PI)
            .withSource("Rastrigin, Systems of Extremal Control, 1974");
    return dimension <= 2 ? SeparablePoints.add(known, roots(), dimension) : known;
  }

  /** One root of x + 10 pi sin(2 pi x) lies near each half-integer up to 5. */
  private static List<Coordinate> roots() {
    List<Coordinate> roots = new ArrayList<>();
    for (int twice = -10; twice <= 10; twice++) {
      double x = twice / 2.0;
      for (int k = 0; k < 20; k++) {
        double residual = x + 10 * Math.PI * Math.sin(2 * Math.PI * x);
        x -= residual / (1 + 20 * Math.PI * Math.PI * Math.cos(2 * Math.PI * x));
      }
      roots.add(new Coordinate(x, twice % 2 == 0));
    }
    return roots;
  }
}

package org.separatrix.objectives;

import java.util.Arrays;
import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * Rosenbrock's function in d coordinates, the sum of 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2.
 *
 * <p>The Hessian is tridiagonal. On |x_i| at most m = 2.048 the absolute values in a row sum to at
 * most 1200 m^2 + 400 m + 202 + 800 m, which bounds L (Gershgorin). Besides the minimum at (1, ...,
 * 1) there is another one and a saddle for d = 4 and 5, from Newton's method in 40 digits.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Rosenbrock's function, the sum of 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2: a curved valley.",
    example = "{type: rosenbrock, dimension: 4}")
public record Rosenbrock(
    @Doc(value = "Number of coordinates d, at least 2.", defaultValue = "2", example = "4")
        int dimension)
    implements NamedFormula {
  /** Checks the dimension. */
  public Rosenbrock {
    Dimension.check(dimension, 2);
  }

  @Override
  public Formula formula() {
    return Formula.indexed(
        "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", dimension, Map.of());
  }

  @Override
  public Landscape landscape() {
    double m = 2.048;
    double[] ones = new double[dimension];
    Arrays.fill(ones, 1.0);
    Landscape known =
        Landscape.on(Box.cube(dimension, -m, m))
            .withLipschitz(1200 * m * m + 1200 * m + 202)
            .withSource("Rosenbrock, Computer J. 3, 1960; Kok and Sandrock, Evol. Comput. 17, 2009")
            .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, ones);
    return switch (dimension) {
      case 4 ->
          known
              .withCriticalPoint(
                  CriticalPointKind.LOCAL_MINIMUM,
                  -0.7756592265653526,
                  0.6130933654850435,
                  0.38206284633839316,
                  0.1459720185521946)
              .withCriticalPoint(
                  CriticalPointKind.STRICT_SADDLE,
                  -0.6561246357194459,
                  0.44312004097157237,
                  0.20431224822836433,
                  0.041743494776128764);
      case 5 ->
          known
              .withCriticalPoint(
                  CriticalPointKind.LOCAL_MINIMUM,
                  -0.9620510206947501,
                  0.93573939597671,
                  0.8807136041943205,
                  0.7778776758544064,
                  0.6050936785926528)
              .withCriticalPoint(
                  CriticalPointKind.STRICT_SADDLE,
                  -0.5574683158988488,
                  0.3247400428337763,
                  0.11656732144533992,
                  0.02335439646429822,
                  0.0005454278342116253);
      default -> known;
    };
  }
}

package org.separatrix.objectives;

import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * Phase retrieval in the limit of many measurements, (3 |x|^4 + 3 - 2 |x|^2 - 4 (x . z)^2) / 4 with
 * the signal z = (1, 0, ..., 0).
 *
 * <p>The Hessian is (3 |x|^2 - 1) I + 6 x x' - 2 z z', between -3 and 9 |x|^2 - 1, so L = 36 d - 1
 * on [-2, 2]^d. The origin is a maximum, +-z are the minima, and the sphere x . z = 0, |x|^2 = 1/3
 * consists of strict saddles.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Population phase retrieval, (3 |x|^4 + 3 - 2 |x|^2 - 4 x_1^2) / 4: minima at +-(1, 0, ..., 0), a sphere of saddles.",
    example = "{type: phase-retrieval, dimension: 3}")
public record PhaseRetrieval(
    @Doc(value = "Number of coordinates d, at least 2.", defaultValue = "3", example = "3")
        int dimension)
    implements NamedFormula {
  /** Checks the dimension. */
  public PhaseRetrieval {
    Dimension.check(dimension, 2);
  }

  @Override
  public Formula formula() {
    return Formula.indexed(
        "(3*sum(i, 1, n, x[i]^2)^2 + 3 - 2*sum(i, 1, n, x[i]^2) - 4*x[1]^2)/4",
        dimension,
        Map.of());
  }

  @Override
  public Landscape landscape() {
    double[] signal = new double[dimension];
    signal[0] = 1;
    double[] opposite = new double[dimension];
    opposite[0] = -1;
    double[] orthogonal = new double[dimension];
    orthogonal[1] = Math.sqrt(1.0 / 3);
    return Landscape.on(Box.cube(dimension, -2, 2))
        .withLipschitz(36 * dimension - 1)
        .withSource("Sun, Qu and Wright, A Geometric Analysis of Phase Retrieval, 2018")
        .withCriticalPoint(CriticalPointKind.LOCAL_MAXIMUM, new double[dimension])
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, signal)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, opposite)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, orthogonal);
  }
}

package org.separatrix.objectives;

import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * Synchronisation of phases on a ring, the negative sum of cos(x_i - x_{i+1}) with x_{d+1} = x_1.
 *
 * <p>The q-twist x_i = 2 pi q i / d is critical, with the eigenvalues cos(2 pi q / d) (2 - 2 cos(2
 * pi k / d)), k = 0 ... d - 1; the zero at k = 0 is the rotation of all phases. The Hessian is the
 * Laplacian of the ring with weights of at most 1, so L = 4 everywhere.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Phases on a ring, the negative sum of cos(x_i - x_{i+1}): twisted states are minima or strict saddles.",
    example = "{type: phase-synchronisation, dimension: 5}")
public record PhaseSynchronisation(
    @Doc(value = "Number of coordinates d, at least 3.", defaultValue = "5", example = "5")
        int dimension)
    implements NamedFormula {
  /** Checks the dimension. */
  public PhaseSynchronisation {
    Dimension.check(dimension, 3);
  }

  @Override
  public Formula formula() {
    return Formula.indexed(
        "-sum(i, 1, n-1, cos(x[i] - x[i+1])) - cos(x[n] - x[1])", dimension, Map.of());
  }

  @Override
  public Landscape landscape() {
    Landscape known =
        Landscape.on(Box.cube(dimension, -Math.PI, Math.PI))
            .withLipschitz(4)
            .withSource("Wiley, Strogatz and Girvan, Chaos 16, 2006");
    for (int twist = 0; twist < dimension; twist++) {
      double[] x = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        x[i] = 2 * Math.PI * twist * i / dimension;
        x[i] -= 2 * Math.PI * Math.rint(x[i] / (2 * Math.PI));
      }
      // A quarter turn between neighbours makes the Hessian vanish up to rounding: not declared.
      if (4 * twist != dimension && 4 * twist != 3 * dimension) {
        boolean stable = 4 * twist < dimension || 4 * twist > 3 * dimension;
        known =
            known.withCriticalPoint(
                stable ? CriticalPointKind.DEGENERATE : CriticalPointKind.STRICT_SADDLE, x);
      }
    }
    return known;
  }
}

package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * (x y - 1)^2 / 2, whose minima fill a hyperbola of varying sharpness.
 *
 * <p>At a minimum the Hessian has the eigenvalues 0 and x^2 + y^2, so gradient descent settles only
 * where x^2 + y^2 is at most 2 / alpha. The Hessian is [[y^2, 2 x y - 1], [2 x y - 1, x^2]]; on
 * [-2, 2]^2 its entries are largest in absolute value at (2, -2), where its norm is L = 13.
 */
@Doc(
    value =
        "(x y - 1)^2 / 2: minima that fill a hyperbola, and a strict saddle between its branches.",
    example = "{type: hyperbola-valley}")
public record HyperbolaValley() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("(x*y - 1)^2/2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -2, 2))
        .withLipschitz(13)
        .withSource("Scalar two-layer linear network")
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0)
        .withCriticalPoint(CriticalPointKind.DEGENERATE, 1, 1)
        .withCriticalPoint(CriticalPointKind.DEGENERATE, -1, -1);
  }
}

package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * 2 x y + 2 x z - 2 x - y - z, whose strict saddles fill a line.
 *
 * <p>The points (1/2, w, 1 - w) are critical. The Hessian is constant with eigenvalues +-2 sqrt 2
 * and 0, so L = 2 sqrt 2 everywhere.
 */
@Doc(
    value = "2 x y + 2 x z - 2 x - y - z: strict saddles that fill the line (1/2, w, 1 - w).",
    example = "{type: saddle-line}")
public record SaddleLine() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("2*x*y + 2*x*z - 2*x - y - z", "x", "y", "z");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(3, -2, 2))
        .withLipschitz(2 * Math.sqrt(2))
        .withSource(
            "Panageas and Piliouras, Gradient Descent Only Converges to Minimizers, ITCS 2017")
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.5, 0.5, 0.5)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.5, 0, 1);
  }
}

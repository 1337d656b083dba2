package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * The three-hump camel 2 x^2 - 1.05 x^4 + x^6/6 + x y + y^2: three minima, two saddles.
 *
 * <p>The Hessian is [[4 - 12.6 x^2 + 5 x^4, 1], [1, 2]]. Its first entry lies in [-3.94, 2814] on
 * [-5, 5]^2, so L is the norm of [[2814, 1], [1, 2]].
 */
@Doc(
    value = "Three-hump camel 2 x^2 - 1.05 x^4 + x^6/6 + x y + y^2: three minima, two saddles.",
    example = "{type: three-hump-camel}")
public record ThreeHumpCamel() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -5, 5))
        .withLipschitz(1408 + Math.hypot(1406, 1))
        .withSource("Branin, IBM J. Res. Dev. 16, 1972")
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 0)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, -1.7475523458302888, 0.8737761729151444)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 1.7475523458302888, -0.8737761729151444)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, -1.07054229182366, 0.53527114591183)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 1.07054229182366, -0.53527114591183);
  }
}

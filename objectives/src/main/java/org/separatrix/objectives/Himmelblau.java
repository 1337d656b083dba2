package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * Himmelblau's function (x^2 + y - 11)^2 + (x + y^2 - 7)^2: four minima, four saddles, a maximum.
 *
 * <p>The Hessian is [[12 x^2 + 4 y - 42, 4 (x + y)], [4 (x + y), 12 y^2 + 4 x - 26]]. On [-5, 5]^2
 * each entry is largest in absolute value at (5, 5), where all are positive; a symmetric matrix
 * whose entries are bounded by those of a nonnegative one has no larger norm, so L is the norm of
 * [[278, 40], [40, 294]], which is 286 + 8 sqrt 26.
 */
@Doc(
    value =
        "Himmelblau's function (x^2 + y - 11)^2 + (x + y^2 - 7)^2: four minima, four saddles, one maximum.",
    example = "{type: himmelblau}")
public record Himmelblau() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -5, 5))
        .withLipschitz(286 + 8 * Math.sqrt(26))
        .withSource("Himmelblau, Applied Nonlinear Programming, 1972")
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 3, 2)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, -2.805118086952745, 3.131312518250573)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 3.5844283403304917, -1.8481265269644036)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, -3.779310253377747, -3.2831859912861696)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 3.385154183607021, 0.07385187983774928)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.08667750455539636, 2.884254701174776)
        .withCriticalPoint(
            CriticalPointKind.STRICT_SADDLE, -3.0730257507643897, -0.08135304428796751)
        .withCriticalPoint(
            CriticalPointKind.STRICT_SADDLE, -0.12796134673068008, -1.9537149802445763)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MAXIMUM, -0.2708445906673476, -0.9230385564799815);
  }
}

package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * x^2 - y^4, a degenerate critical point that is missed, but with infinite mean escape time.
 *
 * <p>The Hessian is diag(2, -12 y^2), so L = 12 on [-1, 1]^2. Near the origin y^-2 falls by 8 alpha
 * per step, whence P(T &gt; k) falls as k^(-1/2).
 */
@Doc(
    value =
        "x^2 - y^4: a critical point that is not strict; escape takes infinitely long in the mean.",
    example = "{type: quartic-saddle}")
public record QuarticSaddle() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("x^2 - y^4", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -1, 1))
        .withLipschitz(12)
        .withSource("Normal form of a degenerate saddle")
        .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0);
  }
}

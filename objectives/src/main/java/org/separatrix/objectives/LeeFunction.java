package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * The example of Lee, Simchowitz, Jordan and Recht (COLT 2016): x^2/2 + y^4/4 - y^2/2.
 *
 * <p>The Hessian is diag(1, 3 y^2 - 1), so L = 11 on [-2, 2]^2. The stable manifold of the saddle
 * is the line y = 0, and every other start goes to the minimum on its side.
 */
@Doc(
    value = "x^2/2 + y^4/4 - y^2/2: one strict saddle between two minima.",
    example = "{type: lee-2016}")
public record LeeFunction() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -2, 2))
        .withLipschitz(11)
        .withSource(
            "Lee, Simchowitz, Jordan and Recht, Gradient Descent Converges to Minimizers, COLT 2016")
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, -1)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 1);
  }
}

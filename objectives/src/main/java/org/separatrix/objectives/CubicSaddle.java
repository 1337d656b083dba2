package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * x^2 + y^3, a degenerate critical point that attracts a set of positive measure.
 *
 * <p>The Hessian is diag(2, 6 y), so L = 6 on [-1, 1]^2. Starts with y in [0, 1/(3 alpha)] go to
 * the origin under gradient descent with alpha below 1: without strictness nothing is avoided.
 */
@Doc(
    value = "x^2 + y^3: a critical point that is not strict and attracts a half-plane.",
    example = "{type: cubic-saddle}")
public record CubicSaddle() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("x^2 + y^3", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -1, 1))
        .withLipschitz(6)
        .withSource(
            "Lee, Simchowitz, Jordan and Recht, Gradient Descent Converges to Minimizers, COLT 2016")
        .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0);
  }
}

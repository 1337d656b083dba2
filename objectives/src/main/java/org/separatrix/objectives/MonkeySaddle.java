package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * The monkey saddle x^3 - 3 x y^2, whose critical point is not strict.
 *
 * <p>Its Hessian has the eigenvalues +-6 |(x, y)|, so L = 6 sqrt 2 on [-1, 1]^2. Three rays lead to
 * the origin; the function is unbounded below.
 */
@Doc(
    value = "x^3 - 3 x y^2: its critical point has a Hessian of zeros.",
    example = "{type: monkey-saddle}")
public record MonkeySaddle() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("x^3 - 3*x*y^2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -1, 1))
        .withLipschitz(6 * Math.sqrt(2))
        .withSource("Hilbert and Cohn-Vossen, Anschauliche Geometrie, 1932")
        .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0);
  }
}

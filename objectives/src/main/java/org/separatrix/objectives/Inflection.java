package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * x^3, whose inflection point attracts starts from one side.
 *
 * <p>f'' = 6 x, so L = 6 on [-1, 1]. Starts in [0, 1/(3 alpha)] go to 0 under gradient descent.
 */
@Doc(
    value = "x^3: an inflection point that attracts from one side.",
    example = "{type: inflection}")
public record Inflection() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("x^3", "x");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(1, -1, 1))
        .withLipschitz(6)
        .withSource("Normal form of the fold, Thom 1972")
        .withCriticalPoint(CriticalPointKind.DEGENERATE, 0);
  }
}

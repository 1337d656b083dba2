package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * The potential of Mueller and Brown (Theor. Chim. Acta 53, 1979): three minima joined by two
 * saddles, the common test of methods that search for reaction paths.
 */
@Doc(
    value = "Mueller-Brown potential: three minima joined by two saddles.",
    example = "{type: mueller-brown}")
public record MuellerBrown() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of(
        "-200*exp(-(x - 1)^2 - 10*y^2)"
            + " - 100*exp(-x^2 - 10*(y - 0.5)^2)"
            + " - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)"
            + " + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)",
        "x",
        "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(new Box(new double[] {-1.5, -0.2}, new double[] {1.2, 2}))
        .withSource("Mueller and Brown, Theor. Chim. Acta 53, 1979")
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, -0.5582236346330243, 1.4417258418046686)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MINIMUM, 0.6234994049308765, 0.028037758528685664)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MINIMUM, -0.050010822998206056, 0.4666941048719721)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, -0.8220015587327321, 0.6243128028148713)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.212486582000662, 0.2929883251073678);
  }
}

package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * The six-hump camel (4 - 2.1 x^2 + x^4/3) x^2 + x y + (4 y^2 - 4) y^2: six minima, seven saddles,
 * two maxima.
 *
 * <p>The Hessian is [[8 - 25.2 x^2 + 10 x^4, 1], [1, 48 y^2 - 8]]. On [-3, 3] x [-2, 2] its entries
 * are largest in absolute value at (3, 2), so L is the norm of [[591.2, 1], [1, 184]].
 */
@Doc(
    value = "Six-hump camel (4 - 2.1 x^2 + x^4/3) x^2 + x y + (4 y^2 - 4) y^2: 15 critical points.",
    example = "{type: six-hump-camel}")
public record SixHumpCamel() implements NamedFormula {
  @Override
  public Formula formula() {
    return Formula.of("(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2", "x", "y");
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(new Box(new double[] {-3, -2}, new double[] {3, 2}))
        .withLipschitz(387.6 + Math.hypot(203.6, 1))
        .withSource("Dixon and Szego, Towards Global Optimisation 2, 1978")
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, -1.703606714969981, 0.7960835686726251)
        .withCriticalPoint(
            CriticalPointKind.STRICT_SADDLE, -1.6380679841897785, -0.22867406904439408)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MINIMUM, -1.6071047529201972, -0.5686514548841314)
        .withCriticalPoint(
            CriticalPointKind.STRICT_SADDLE, -1.2960702671671092, -0.6050843880386585)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MAXIMUM, -1.2302298765166526, -0.16233458445899496)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, -1.1092053368047865, 0.7682680925095399)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MINIMUM, -0.08984201310031806, 0.7126564030207396)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 1.703606714969981, -0.7960835686726251)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 1.6380679841897785, 0.22867406904439408)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 1.6071047529201972, 0.5686514548841314)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 1.2960702671671092, 0.6050843880386585)
        .withCriticalPoint(CriticalPointKind.LOCAL_MAXIMUM, 1.2302298765166526, 0.16233458445899496)
        .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 1.1092053368047865, -0.7682680925095399)
        .withCriticalPoint(
            CriticalPointKind.LOCAL_MINIMUM, 0.08984201310031806, -0.7126564030207396);
  }
}

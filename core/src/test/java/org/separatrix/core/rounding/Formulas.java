package org.separatrix.core.rounding;

import java.util.SplittableRandom;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/** Functions of x and y, their gradients as they are computed, and points to look at. */
final class Formulas {
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
  static final String MUELLER_BROWN =
      "-200*exp(-(x - 1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y - 0.5)^2)"
          + " - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)"
          + " + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)";

  private Formulas() {}

  static CompiledFormula compiled(String text) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, "x", "y"));
  }

  static double[] gradient(CompiledFormula f, double[] p) {
    double[][] g = new double[2][1];
    f.gradient(new double[][] {{p[0]}, {p[1]}}, g, 1);
    return new double[] {g[0][0], g[1][0]};
  }

  static double[] point(IntervalVector box, SplittableRandom random) {
    double[] x = new double[box.dimension()];
    for (int k = 0; k < x.length; k++) {
      Interval range = box.get(k);
      x[k] = range.low() + random.nextDouble() * (range.high() - range.low());
    }
    return x;
  }
}

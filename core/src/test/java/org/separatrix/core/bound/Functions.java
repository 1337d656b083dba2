package org.separatrix.core.bound;

import java.util.Map;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.interval.IntervalFormula;

/** Functions whose bounds are known or looked for. */
final class Functions {
  static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
  static final String SIX_HUMP = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2";
  static final String THREE_HUMP = "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2";
  static final String MUELLER_BROWN =
      "-200*exp(-(x - 1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y - 0.5)^2)"
          + " - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)"
          + " + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)";
  static final String RASTRIGIN = "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))";
  static final String STYBLINSKI_TANG = "sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2";
  static final String ROSENBROCK = "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";
  static final String RING = "-sum(i, 1, n-1, cos(x[i] - x[i+1])) - cos(x[n] - x[1])";

  private Functions() {}

  static CompiledFormula compiled(String text, String... variables) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, variables));
  }

  static IntervalFormula planar(String text) {
    return new IntervalFormula(compiled(text, "x", "y"));
  }

  static CompiledFormula indexed(String text, int dimension) {
    return new SymbolicFormulaCompiler().compile(Formula.indexed(text, dimension, Map.of()));
  }

  static IntervalFormula inDimension(String text, int dimension) {
    return new IntervalFormula(indexed(text, dimension));
  }
}

package org.separatrix.core.census;

import java.util.Map;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

/** The functions that the tests search, and boxes. */
final class Functions {
  static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
  static final String THREE_HUMP = "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2";
  static final String SIX_HUMP = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2";
  static final String MUELLER_BROWN =
      "-200*exp(-(x - 1)^2 - 10*y^2)"
          + " - 100*exp(-x^2 - 10*(y - 0.5)^2)"
          + " - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)"
          + " + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)";
  static final String STYBLINSKI_TANG = "sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2";
  static final String RASTRIGIN = "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))";
  static final String ROSENBROCK = "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";

  private Functions() {}

  static CompiledFormula compiled(String text, String... variables) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, variables));
  }

  static IntervalFormula of(String text, String... variables) {
    return new IntervalFormula(compiled(text, variables));
  }

  /** In x and y. */
  static IntervalFormula planar(String text) {
    return of(text, "x", "y");
  }

  static IntervalFormula indexed(String text, int dimension) {
    return new IntervalFormula(
        new SymbolicFormulaCompiler().compile(Formula.indexed(text, dimension, Map.of())));
  }

  /** The box [bounds_0, bounds_1] x [bounds_2, bounds_3] ... */
  static IntervalVector box(double... bounds) {
    Interval[] components = new Interval[bounds.length / 2];
    for (int k = 0; k < components.length; k++) {
      components[k] = new Interval(bounds[2 * k], bounds[2 * k + 1]);
    }
    return IntervalVector.of(components);
  }

  static IntervalVector cube(int dimension, double low, double high) {
    double[] bounds = new double[2 * dimension];
    for (int k = 0; k < dimension; k++) {
      bounds[2 * k] = low;
      bounds[2 * k + 1] = high;
    }
    return box(bounds);
  }
}

package org.separatrix.core.precision;

import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SinglePrecisionProgram;

/** A gradient in single precision. */
@FunctionalInterface
interface SingleGradient {
  /**
   * Evaluates the gradient at each lane.
   *
   * @param x points, {@code d x lanes}, each number a float; not modified
   * @param g receives the gradients, {@code d x lanes}, each number a float
   * @param lanes number of points
   */
  void at(double[][] x, double[][] g, int lanes);

  /** Returns the gradient of an objective: operation by operation where its program is known. */
  static SingleGradient of(Objective objective) {
    if (objective instanceof TurnedObjective turned) {
      return turned.inSingle();
    }
    if (objective instanceof CompiledFormula formula) {
      SinglePrecisionProgram program = new SinglePrecisionProgram(formula.gradientProgram());
      return (x, g, lanes) -> lane(program, x, g, lanes);
    }
    return (x, g, lanes) -> {
      objective.gradient(x, g, lanes);
      SinglePrecision.round(g, lanes);
    };
  }

  private static void lane(SinglePrecisionProgram program, double[][] x, double[][] g, int lanes) {
    double[] point = new double[x.length];
    double[] slope = new double[x.length];
    for (int i = 0; i < lanes; i++) {
      for (int k = 0; k < point.length; k++) {
        point[k] = x[k][i];
      }
      program.run(point, slope);
      for (int k = 0; k < point.length; k++) {
        g[k][i] = slope[k];
      }
    }
  }
}

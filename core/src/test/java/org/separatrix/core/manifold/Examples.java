package org.separatrix.core.manifold;

import org.separatrix.api.objective.Formula;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Functions and methods of the tests. */
final class Examples {
  static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
  static final double[][] HIMMELBLAU_SADDLES = {
    {3.385154, 0.073852}, {0.086678, 2.884255}, {-3.073026, -0.081353}, {-0.127961, -1.953715}
  };
  static final double[][] HIMMELBLAU_MINIMA = {
    {3, 2}, {-2.805118, 3.131312}, {3.584428, -1.848127}, {-3.779310, -3.283186}
  };

  /** lambda x^2/2 - gamma y^2/2 + b x^2 y for lambda = 2, gamma = 1, b = 0.7. */
  static final String CURVED = "x^2 - y^2/2 + 0.7*x^2*y";

  private Examples() {}

  static CompiledFormula compiled(String text, String... variables) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, variables));
  }

  static MethodMap planar(String text, LinearMethod method) {
    return new MethodMap(compiled(text, "x", "y"), method);
  }

  static LinearMethod descent(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  static LinearMethod heavyBall(double alpha, double beta) {
    return momentum(alpha, beta, new double[] {1, 0});
  }

  static LinearMethod nesterov(double alpha, double beta) {
    return momentum(alpha, beta, new double[] {1 + beta, -beta});
  }

  private static LinearMethod momentum(double alpha, double beta, double[] c) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}}, new double[] {-alpha, 0}, c) {};
  }

  /** Returns the least distance of a run from a state, over some steps. */
  static double closest(MethodMap map, double[] state, double[] target, int steps) {
    double[] current = state;
    double least = Vectors.distance(current, target);
    for (int i = 0; i < steps && Vectors.isFinite(current); i++) {
      current = map.apply(current);
      least = Math.min(least, Vectors.distance(current, target));
    }
    return least;
  }

  /** Returns the number of Himmelblau's minimum that a run goes to. */
  static int minimum(MethodMap map, double[] start) {
    double[] state = map.resting(start);
    for (int i = 0; i < 3000; i++) {
      double[] next = map.apply(state);
      if (Vectors.distance(next, state) < 1e-7) {
        double[] x = map.position(next);
        for (int k = 0; k < 4; k++) {
          if (Vectors.distance(x, HIMMELBLAU_MINIMA[k]) < 1e-3) {
            return k;
          }
        }
      }
      state = next;
    }
    throw new AssertionError("the run ends at no minimum");
  }
}

package org.separatrix.analysis.testing;

import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Objectives given by formulas, true ones and false ones. */
public final class Formulas {
  /** Himmelblau (1972). */
  public static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  private Formulas() {}

  /** Returns a problem with a declared bound on L. */
  public static Problem problem(String text, Box domain, double lipschitz, String... variables) {
    return problem(
        new SymbolicFormulaCompiler().compile(Formula.of(text, variables), Landscape.on(domain)),
        domain,
        lipschitz);
  }

  /** Returns Himmelblau's function on its usual square, with its L. */
  public static Problem himmelblau() {
    return problem(HIMMELBLAU, Box.cube(2, -5, 5), 286 + 8 * Math.sqrt(26), "x", "y");
  }

  /** Returns a problem that declares another formula than the one that it evaluates. */
  public static Problem declaring(
      String declared, String text, Box domain, double lipschitz, String... variables) {
    ClosedForm truth =
        new SymbolicFormulaCompiler().compile(Formula.of(text, variables), Landscape.on(domain));
    ClosedForm claim =
        new ClosedForm() {
          @Override
          public Formula formula() {
            return Formula.of(declared, variables);
          }

          @Override
          public int dimension() {
            return truth.dimension();
          }

          @Override
          public void value(double[][] x, double[] f, int lanes) {
            truth.value(x, f, lanes);
          }

          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            truth.gradient(x, g, lanes);
          }

          @Override
          public void hessian(double[] x, double[][] h) {
            truth.hessian(x, h);
          }

          @Override
          public Landscape landscape() {
            return truth.landscape();
          }
        };
    return problem(claim, domain, lipschitz);
  }

  private static Problem problem(ClosedForm objective, Box domain, double lipschitz) {
    return new Problem(
        "formula", objective, domain, Optional.of(new LipschitzBound(lipschitz, Status.DECLARED)));
  }
}

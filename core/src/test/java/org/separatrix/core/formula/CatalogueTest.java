package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Formula;

/** Functions whose derivatives are known in closed form. */
class CatalogueTest {
  private static final SymbolicFormulaCompiler COMPILER = new SymbolicFormulaCompiler();
  private static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  @Test
  void leesFunctionHasTheGradientAndHessianOfItsPaper() {
    CompiledFormula lee = COMPILER.compile(Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"));

    assertThat(gradient(lee, 0.3, -1.5)).containsExactly(0.3, -1.5 * 1.5 * 1.5 + 1.5);
    assertThat(hessian(lee, 0.3, -1.5)).isDeepEqualTo(new double[][] {{1, 0}, {0, 5.75}});
    assertThat(lee.gradientExpressions())
        .extracting(Expression::toString)
        .containsExactly("x", "y^3 - y");
    assertThat(lee.hessianExpressions()).hasSize(2);
  }

  @Test
  void himmelblausHessianAtItsIntegerMinimumHasEigenvalues54PlusMinus20Sqrt2() {
    CompiledFormula himmelblau = COMPILER.compile(Formula.of(HIMMELBLAU, "x", "y"));

    double[][] h = hessian(himmelblau, 3, 2);

    double mean = (h[0][0] + h[1][1]) / 2;
    double spread = Math.hypot((h[0][0] - h[1][1]) / 2, h[0][1]);
    assertThat(value(himmelblau, 3, 2)).isZero();
    assertThat(gradient(himmelblau, 3, 2)).containsExactly(0, 0);
    assertThat(mean - spread).isCloseTo(54 - 20 * Math.sqrt(2), within(1e-12));
    assertThat(mean + spread).isCloseTo(54 + 20 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void muellerBrown() {
    Formula formula =
        new Formula(
            "-200*exp(-(x-1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y-0.5)^2)"
                + " - 170*exp(-6.5*(x+0.5)^2 + 11*(x+0.5)*(y-1.5) - 6.5*(y-1.5)^2)"
                + " + 15*exp(0.7*(x+1)^2 + 0.6*(x+1)*(y-1) + 0.7*(y-1)^2)",
            List.of("x", "y"),
            Map.of());
    CompiledFormula surface = COMPILER.compile(formula);

    // The deepest minimum as published, V = -146.70.
    double[] g = gradient(surface, -0.5582236346340163, 1.4417258418038705);
    assertThat(value(surface, -0.5582236346340163, 1.4417258418038705))
        .isCloseTo(-146.6995172, within(1e-6));
    assertThat(Math.hypot(g[0], g[1])).isLessThan(1e-6);
  }

  @Test
  void rastriginHasItsGradientAndHessian() {
    String text = "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))";
    CompiledFormula f = COMPILER.compile(Formula.indexed(text, 2, Map.of()));

    assertThat(value(f, 0, 0)).isZero();
    assertThat(value(f, 0.5, 1)).isCloseTo(21.25, within(1e-13));
    assertThat(gradient(f, 0.25, 1)[0]).isCloseTo(0.5 + 20 * Math.PI, within(1e-13));
    assertThat(gradient(f, 0.25, 1)[1]).isCloseTo(2, within(1e-13));
    assertThat(hessian(f, 0, 0.5)[0]).containsExactly(2 + 40 * Math.PI * Math.PI, 0);
    assertThat(hessian(f, 0, 0.5)[1][1]).isCloseTo(2 - 40 * Math.PI * Math.PI, within(1e-12));
  }

  static double value(CompiledFormula f, double... x) {
    double[] out = new double[1];
    f.value(columns(x), out, 1);
    return out[0];
  }

  static double[] gradient(CompiledFormula f, double... x) {
    double[][] g = new double[x.length][1];
    f.gradient(columns(x), g, 1);
    double[] result = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      result[k] = g[k][0];
    }
    return result;
  }

  static double[][] hessian(CompiledFormula f, double... x) {
    double[][] h = new double[x.length][x.length];
    f.hessian(x, h);
    return h;
  }

  private static double[][] columns(double[] x) {
    double[][] columns = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      columns[k][0] = x[k];
    }
    return columns;
  }
}

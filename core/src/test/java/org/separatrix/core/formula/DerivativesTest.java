package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Formula;

/** Values and symbolic derivatives against jets propagated through the syntax tree. */
class DerivativesTest {
  private static final SymbolicFormulaCompiler COMPILER = new SymbolicFormulaCompiler();
  private static final Map<String, Integer> XYZ = Map.of("x", 0, "y", 1, "z", 2);

  /** Every comparison needs all numbers moderate, so that rounding cannot explain a difference. */
  @Test
  void agreeWithJetsOnRandomFormulas() {
    RandomFormulas formulas = new RandomFormulas(1);
    Random random = new Random(2);
    int compared = 0;
    for (int n = 0; n < 1500; n++) {
      String text = formulas.next(1 + n % 5);
      CompiledFormula f = COMPILER.compile(Formula.of(text, "x", "y", "z"));
      for (int point = 0; point < 3; point++) {
        double[] x = {random.nextDouble(0.2, 2), random.nextDouble(0.2, 2), -random.nextDouble(2)};
        Jet jet = Jet.evaluate(text, XYZ, x);
        if (isModerate(jet)) {
          compared++;
          assertAgreement(text, f, x, jet);
        }
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }

  private static void assertAgreement(String text, CompiledFormula f, double[] x, Jet jet) {
    double[] gradient = CatalogueTest.gradient(f, x);
    double[][] hessian = CatalogueTest.hessian(f, x);
    assertThat(CatalogueTest.value(f, x)).as(text).isCloseTo(jet.value(), within(1e-8));
    assertThat(gradient).as("gradient of " + text).containsExactly(jet.gradient(), within(1e-8));
    for (int i = 0; i < x.length; i++) {
      assertThat(hessian[i])
          .as("row %d of the Hessian of %s", i, text)
          .containsExactly(jet.hessian()[i], within(1e-7));
    }
  }

  private static boolean isModerate(Jet jet) {
    boolean moderate = Math.abs(jet.value()) < 100;
    for (int i = 0; i < 3; i++) {
      moderate &= Math.abs(jet.gradient()[i]) < 100;
      for (int j = 0; j < 3; j++) {
        moderate &= Math.abs(jet.hessian()[i][j]) < 100;
      }
    }
    return moderate;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^y",
        "2^-x",
        "e^(x*y)",
        "(x + z^2)^(y - z)",
        "x^0.5",
        "x^1.5",
        "x^-2.5",
        "x^(1/3)",
        "tan(x*z)",
        "tanh(x)*tanh(x)",
        "log(x)/y",
        "sqrt(x*y)",
        "x/y/(x + y)",
        "x*y*x*y*z/x",
        "cos(sin(tan(x)))^5",
        "1/(1 + exp(-x))",
        "x^9 + x^8 + x^7 + x^6",
        "(x - y)^3*(x + y)^-2"
      })
  void agreeWithJetsAndDifferencesOnTelling(String text) {
    double[] x = {0.7, 1.3, -0.4};
    CompiledFormula f = COMPILER.compile(Formula.of(text, "x", "y", "z"));

    assertAgreement(text, f, x, Jet.evaluate(text, XYZ, x));
    double[] gradient = CatalogueTest.gradient(f, x);
    double step = 1e-5;
    for (int k = 0; k < 3; k++) {
      double[] right = x.clone();
      double[] left = x.clone();
      right[k] += step;
      left[k] -= step;
      double difference =
          (CatalogueTest.value(f, right) - CatalogueTest.value(f, left)) / (right[k] - left[k]);
      assertThat(gradient[k])
          .isCloseTo(difference, within(1e-7 * Math.max(1, Math.abs(difference))));
    }
  }

  @Test
  void powersAreNotDifferentiatedThroughLogarithms() {
    CompiledFormula f = COMPILER.compile(Formula.of("x^2 + x^3", "x"));

    assertThat(CatalogueTest.gradient(f, -1)).containsExactly(1);
    assertThat(CatalogueTest.gradient(f, 0)).containsExactly(0);
    assertThat(CatalogueTest.hessian(f, 0)[0]).containsExactly(2);
    assertThat(f.gradientExpressions().get(0)).hasToString("2*x + 3*x^2");
  }

  @Test
  void theGradientOfAProductIsRightWhereFactorsVanish() {
    Formula formula = Formula.indexed("prod(i, 1, n, x[i])", 40, Map.of());
    CompiledFormula f = COMPILER.compile(formula);
    double[] x = new double[40];
    Arrays.fill(x, 1);
    x[17] = 0;

    double[] gradient = CatalogueTest.gradient(f, x);

    for (int k = 0; k < 40; k++) {
      assertThat(gradient[k]).isEqualTo(k == 17 ? 1 : 0);
    }
  }

  @Test
  void theHessianHoldsTheEntriesThatDoNotVanishIdentically() {
    CompiledFormula f = COMPILER.compile(new Formula("x*y + z", List.of("x", "y", "z"), Map.of()));

    assertThat(f.hessianExpressions())
        .extracting(entry -> entry.row() + "," + entry.column() + ": " + entry.expression())
        .containsExactly("1,0: 1");
    assertThat(CatalogueTest.hessian(f, 5, 6, 7))
        .isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}});
  }

  @Test
  void theHessianTimesAVectorIsThatOfTheMatrix() {
    CompiledFormula f =
        COMPILER.compile(Formula.of("x^2*y + sin(y*z) + exp(x)/(1 + z^2)", "x", "y", "z"));
    double[][] x = {{0.3, -1}, {0.7, 2}, {-0.4, 0.1}};
    double[][] v = {{1, -2}, {0.5, 3}, {2, 0}};
    double[][] product = new double[3][2];

    f.hessianProduct(x, v, product, 2);

    for (int lane = 0; lane < 2; lane++) {
      double[][] h = new double[3][3];
      f.hessian(new double[] {x[0][lane], x[1][lane], x[2][lane]}, h);
      for (int k = 0; k < 3; k++) {
        double expected = h[k][0] * v[0][lane] + h[k][1] * v[1][lane] + h[k][2] * v[2][lane];
        assertThat(product[k][lane]).isCloseTo(expected, within(1e-14));
      }
    }
  }
}

package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Formula;

/** A thousand coordinates: the size of what is derived grows as it must, no faster. */
class LargeFormulasTest {
  private static final int DIMENSION = 1000;

  @Test
  void rosenbrockInAThousandDimensions() {
    CompiledFormula f = compile("sum(i, 1, n - 1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)");
    double[] x = new Random(5).doubles(DIMENSION, -2, 2).toArray();

    double[] gradient = CatalogueTest.gradient(f, x);
    double[][] hessian = CatalogueTest.hessian(f, x);

    for (int i = 0; i < DIMENSION; i++) {
      double expected = 0;
      double diagonal = 0;
      if (i < DIMENSION - 1) {
        expected += -400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]);
        diagonal += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
        assertThat(hessian[i][i + 1]).isCloseTo(-400 * x[i], within(1e-10));
        assertThat(hessian[i + 1][i]).isEqualTo(hessian[i][i + 1]);
      }
      if (i > 0) {
        expected += 200 * (x[i] - x[i - 1] * x[i - 1]);
        diagonal += 200;
      }
      assertThat(gradient[i]).isCloseTo(expected, within(1e-9));
      assertThat(hessian[i][i]).isCloseTo(diagonal, within(1e-9));
    }
    assertThat(f.hessianExpressions()).hasSize(2 * DIMENSION - 1);
  }

  @Test
  void aTapeHasFewInstructionsAndRegistersForEachCoordinate() {
    CompiledFormula f = compile("sum(i, 1, n - 1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)");

    Program value = ProgramCompiler.compile(DIMENSION, List.of(f.valueExpression()));
    Program gradient = ProgramCompiler.compile(DIMENSION, f.gradientExpressions());

    assertThat(value.instructions()).hasSizeLessThan(6 * DIMENSION);
    assertThat(gradient.instructions()).hasSizeLessThan(9 * DIMENSION);
    assertThat(value.registers()).isLessThan(5);
    assertThat(gradient.registers()).isLessThan(8);
  }

  @Test
  void styblinskiTangHasADiagonalHessian() {
    CompiledFormula f = compile("sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2");

    assertThat(f.hessianExpressions())
        .hasSize(DIMENSION)
        .allSatisfy(entry -> assertThat(entry.row()).isEqualTo(entry.column()));
  }

  @Test
  void aDenseHessianSharesTheSum() {
    int dimension = 300;
    CompiledFormula f =
        new SymbolicFormulaCompiler()
            .compile(Formula.indexed("sum(i, 1, n, x[i]^2)^2/4", dimension, Map.of()));
    double[] x = new double[dimension];
    Arrays.fill(x, 0.5);

    double[][] hessian = CatalogueTest.hessian(f, x);

    // d_ij |x|^2 + 2 x_i x_j
    assertThat(hessian[7][7]).isEqualTo(75.5);
    assertThat(hessian[7][200]).isEqualTo(0.5);
    assertThat(f.hessianExpressions()).hasSize(dimension * (dimension + 1) / 2);
  }

  @Test
  void theGradientOfALongProductIsShort() {
    CompiledFormula f = compile("prod(i, 1, n, 2 - cos(x[i]))");
    double[] x = new double[DIMENSION];
    x[3] = 1;

    Program gradient = ProgramCompiler.compile(DIMENSION, f.gradientExpressions());

    assertThat(gradient.instructions()).hasSizeLessThan(20 * DIMENSION);
    assertThat(CatalogueTest.value(f, x)).isCloseTo(2 - Math.cos(1), within(1e-15));
    assertThat(CatalogueTest.gradient(f, x)[3]).isCloseTo(Math.sin(1), within(1e-15));
  }

  @Test
  void nestedFunctionsAsDeepAsTheParserAllows() {
    int depth = Parser.MAXIMAL_DEPTH - 1;
    String text = "sin(".repeat(depth) + "x" + ")".repeat(depth);
    CompiledFormula f = new SymbolicFormulaCompiler().compile(Formula.of(text, "x"));

    double slope = 1;
    double value = 0.8;
    for (int k = 0; k < depth; k++) {
      slope *= Math.cos(value);
      value = Math.sin(value);
    }

    assertThat(CatalogueTest.value(f, 0.8)).isCloseTo(value, within(1e-13));
    assertThat(CatalogueTest.gradient(f, 0.8)[0]).isCloseTo(slope, within(1e-13));
    assertThat(CatalogueTest.hessian(f, 0.8)[0][0]).isFinite();
  }

  private static CompiledFormula compile(String text) {
    return new SymbolicFormulaCompiler().compile(Formula.indexed(text, DIMENSION, Map.of()));
  }
}

package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.objective.Formula;

/** Sums and products over an index. */
class LoopsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(i, 1, n, x[i])            | x[1] + x[2] + x[3] + x[4]",
        "sum(i, 1, n - 1, x[i]*x[i+1]) | x[1]*x[2] + x[2]*x[3] + x[3]*x[4]",
        "prod(i, 2, 3, x[i])           | x[2]*x[3]",
        "sum(i, 3, 2, x[99])           | 0",
        "prod(i, 3, 2, x[99])          | 1",
        "sum(i, 1, 100, i)             | 5050",
        "prod(i, 1, 5, i)              | 120",
        "sum(i, 1, 3, sum(j, i + 1, 4, x[i]*x[j])) "
            + "| x[1]*x[2] + x[1]*x[3] + x[1]*x[4] + x[2]*x[3] + x[2]*x[4] + x[3]*x[4]",
        "sum(i, 1, 2, prod(j, 1, i, x[j])) | x[1] + x[1]*x[2]",
        "sum(i, 1, 2, i*x[2*i])        | x[2] + 2*x[4]",
        "sum(i, 1, n/2, x[2*i - 1])    | x[1] + x[3]",
        "sum(i, 1, 2, x[2^i])          | x[2] + x[4]",
        "sum(i, -1, 1, i*x[i + 2])     | x[3] - x[1]",
        "sum(i, 1, 2, x[i]) + sum(i, 3, 4, x[i]) | x[1] + x[2] + x[3] + x[4]",
        "w*x[1] + n                    | 0.25*x[1] + 4",
      })
  void areWrittenOut(String text, String expected) {
    Formula formula = Formula.indexed(text, 4, Map.of("w", 0.25));

    assertThat(Expansion.expand(formula, new ExpressionPool())).hasToString(expected);
  }

  @Test
  void styblinskiTangHasItsPublishedMinimum() {
    Formula formula = Formula.indexed("sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2", 3, Map.of());
    CompiledFormula f = new SymbolicFormulaCompiler().compile(formula);
    double[] minimum = {-2.903534027771177, -2.903534027771177, -2.903534027771177};

    assertThat(CatalogueTest.value(f, minimum)).isCloseTo(-39.16616570377142 * 3, within(1e-11));
    assertThat(CatalogueTest.gradient(f, minimum)).containsExactly(new double[3], within(1e-12));
  }

  @Test
  void indexedAndPlainVariablesMix() {
    Formula formula = new Formula("t*q[2] - q[1]^2", List.of("q[1]", "t", "q[2]"), Map.of());
    CompiledFormula f = new SymbolicFormulaCompiler().compile(formula);

    assertThat(CatalogueTest.gradient(f, 3, 5, 7)).containsExactly(-6, 7, 5);
  }
}

package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Formula;

/** The canonical form, seen through the printer. */
class SimplificationTest {
  @ParameterizedTest
  @CsvSource({
    "x + 0, x",
    "1*x, x",
    "x^1, x",
    "x^0, 1",
    "0*x, 0",
    "x*x, x^2",
    "x^2*y*x^3, x^5*y",
    "y*x + x*y, 2*x*y",
    "x - x, 0",
    "3*x - x - 2*x + y, y",
    "(-x)*(-y), x*y",
    "-(x - y), -(x - y)",
    "z - (x - y), y - x + z",
    "x - (x + y), -y",
    "-x^2, -x^2",
    "(-2*x)^3, -8*x^3",
    "(x^2)^3, x^6",
    "2*3 + 4/8, 6.5",
    "5*x/3, 1.6666666666666667*x",
    "x^6/49*49, x^6",
    "x/y/2, 0.5*x/y",
    "1/x, 1/x",
    "1/(x*y), 1/(x*y)",
    "x^-2.5, 1/x^2.5",
    "sqrt(x), sqrt(x)",
    "x^0.5, sqrt(x)",
    "cos(0)*x, x",
    "e^x, exp(x)",
    "x^y, exp(y*log(x))",
    "2^3^2, 512",
    "(2^3)^2, 64",
    "8/2/2, 2",
    "2 - 3 - 4, -5",
    "-2^2, -4",
    "2^-1, 0.5",
    "2*-x, -2*x",
    "1e-3 + .5 + 2., 2.501",
    "(x + y)*(x + y), (x + y)^2",
  })
  void bringsExpressionsIntoOneForm(String text, String expected) {
    assertThat(expression(text)).hasToString(expected);
  }

  /** Where an operand is undefined, so is what was made of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0*log(x)",
        "x/x",
        "sqrt(x)^2",
        "sqrt(x)*sqrt(x)",
        "log(x) - log(x)",
        "x^1.5*x^0.5"
      })
  void doesNotDefineWhatIsUndefined(String text) {
    CompiledFormula f = new SymbolicFormulaCompiler().compile(Formula.of(text, "x"));
    double outside = text.equals("x/x") ? 0 : -1;

    assertThat(CatalogueTest.value(f, outside)).isNaN();
    assertThat(CatalogueTest.value(f, 1)).isBetween(0.0, 1.0);
  }

  /** A coefficient is not taken out of a power that it would make infinite or zero. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-150, 1e150})
  void keepsPowersOfLargeAndSmallNumbers(double unit) {
    String text = "(%s*x)^4".formatted(unit);
    CompiledFormula f = new SymbolicFormulaCompiler().compile(Formula.of(text, "x"));

    assertThat(CatalogueTest.value(f, 2 / unit)).isCloseTo(16, within(1e-12));
  }

  @Test
  void equalExpressionsAreOneObject() {
    ExpressionPool pool = new ExpressionPool();
    Expression x = pool.variable(0, "x");
    Expression y = pool.variable(1, "y");

    assertThat(pool.sum(x, pool.product(y, x))).isSameAs(pool.sum(pool.product(x, y), x));
    assertThat(pool.constant(-0.0)).isSameAs(pool.constant(0.0));
    assertThat(pool.power(pool.sum(x, y), 2))
        .isSameAs(pool.product(pool.sum(y, x), pool.sum(x, y)));
    assertThat(pool.sum(x, y)).isNotSameAs(pool.product(x, y));
  }

  /** Reading a printed expression back gives the same object, so printing loses nothing. */
  @Test
  void printedExpressionsCanBeReadBack() {
    RandomFormulas formulas = new RandomFormulas(7);
    for (int n = 0; n < 500; n++) {
      String text = formulas.next(1 + n % 4);
      ExpressionPool pool = new ExpressionPool();
      Expression expression = expression(text, pool);
      String printed = expression.toString();
      if (!printed.contains("Infinity") && !printed.contains("NaN")) {
        assertThat(expression(printed, pool).toString()).as(text).isEqualTo(printed);
      }
    }
  }

  @Test
  void longExpressionsAreCutOff() {
    Expression expression =
        Expansion.expand(
            Formula.indexed("sum(i, 1, n, x[i]^2)", 1000, Map.of()), new ExpressionPool());

    assertThat(expression.toString())
        .startsWith("x[1]^2 + x[2]^2 + ")
        .endsWith("...")
        .hasSize(2003);
    assertThat(ExpressionPrinter.print(expression, 20_000)).endsWith(" + x[1000]^2");
  }

  private static Expression expression(String text) {
    return expression(text, new ExpressionPool());
  }

  private static Expression expression(String text, ExpressionPool pool) {
    return Expansion.expand(new Formula(text, List.of("x", "y", "z"), Map.of()), pool);
  }
}

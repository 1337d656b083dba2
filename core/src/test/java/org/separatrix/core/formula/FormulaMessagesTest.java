package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.api.objective.Landscape;

/** What people are told about formulas that are none. */
class FormulaMessagesTest {
  private static final SymbolicFormulaCompiler COMPILER = new SymbolicFormulaCompiler();

  static Stream<Arguments> plain() {
    return Stream.of(
        Arguments.of("x^2 + * y", 7, "expected a number, a name or '(' but found '*'"),
        Arguments.of("", 1, "expected a number, a name or '(' but the formula ends"),
        Arguments.of("x +", 4, "expected a number, a name or '(' but the formula ends"),
        Arguments.of("(x + y", 7, "expected ')' for the '(' in column 1 but the formula ends"),
        Arguments.of("x + y)", 6, "')' without a '(' before it"),
        Arguments.of("2x", 2, "expected an operator but found 'x'.\nMaybe write 2*x."),
        Arguments.of(
            "(x + 1)(y - 1)", 8, "expected an operator but found '('.\nMaybe write (...)*(...)."),
        Arguments.of("x y", 3, "expected an operator but found 'y'.\nMaybe write x*y."),
        Arguments.of("x**2", 2, "'**' is not an operator.\nMaybe write ^ for powers, such as x^2."),
        Arguments.of("x² + y", 2, "unexpected character '²'.\nMaybe write ^2."),
        Arguments.of("x = y", 3, "unexpected character '='"),
        Arguments.of(
            "alpah*x", 1, "unknown name 'alpah'. Did you mean 'alpha'? Known: x, y, alpha, e, pi"),
        Arguments.of("x + w", 5, "unknown name 'w'. Known: x, y, alpha, e, pi"),
        Arguments.of(
            "sin", 4, "expected '(' after 'sin' but the formula ends.\nMaybe write sin(x)."),
        Arguments.of("sin x", 5, "expected '(' after 'sin' but found 'x'.\nMaybe write sin(x)."),
        Arguments.of("sin()", 5, "expected a number, a name or '(' but found ')'"),
        Arguments.of("sin(x, y)", 6, "'sin' takes one argument, not several"),
        Arguments.of(
            "abs(x)",
            1,
            "'abs' is not offered, because it is not differentiable everywhere.\nMaybe write sqrt(x^2 + 1e-6)."),
        Arguments.of(
            "max(x, y)",
            1,
            "'max' is not offered, because it is not differentiable everywhere.\nMaybe write a smooth approximation."),
        Arguments.of(
            "ln(x)",
            1,
            "'ln' is not a function. Did you mean 'log'? Functions: sin, cos, tan, exp, log, tanh, sqrt, sum, prod"),
        Arguments.of(
            "sine(x)",
            1,
            "'sine' is not a function. Did you mean 'sin'? Functions: sin, cos, tan, exp, log, tanh, sqrt, sum, prod"),
        Arguments.of(
            "x(1 + y)",
            1,
            "'x' is not a function. Functions: sin, cos, tan, exp, log, tanh, sqrt, sum, prod.\nMaybe write x*(...) for a product."),
        Arguments.of("pow(x, 2)", 1, "'pow' is not a function.\nMaybe write x^2."),
        Arguments.of("1.2.3*x", 1, "'1.2.' is not a number"),
        Arguments.of("1e999*x", 1, "the number 1e999 is too large: the largest is 1.8e308"),
        Arguments.of(
            "x[1]",
            1,
            "'x' has no index.\nMaybe write x, or declare the dimension of an indexed variable."),
        Arguments.of("+x", 1, "expected a number, a name or '(' but found '+'"),
        Arguments.of("x^", 3, "expected a number, a name or '(' but the formula ends"),
        Arguments.of("2^-", 4, "expected a number, a name or '(' but the formula ends"),
        Arguments.of("x]", 2, "expected an operator but found ']'"));
  }

  static Stream<Arguments> indexed() {
    return Stream.of(
        Arguments.of("x[6]", 1, "index 6 of 'x' is out of range: it runs from 1 to 5"),
        Arguments.of(
            "sum(i, 1, n, x[i+1])", 14, "index 6 of 'x' is out of range: it runs from 1 to 5"),
        Arguments.of(
            "x + 1",
            1,
            "'x' needs an index from 1 to 5.\nMaybe write x[1], or sum(i, 1, n, x[i])."),
        Arguments.of("y[1]", 1, "unknown name 'y[i]'. Known: x[i], half, n, e, pi"),
        Arguments.of("x[1", 4, "expected ']' for the '[' in column 2 but the formula ends"),
        Arguments.of("x[1.5]", 3, "an index must be an integer, but 1.5 is not"),
        Arguments.of("x[half]", 3, "an index must be an integer, but 'half' = 2.5 is not"),
        Arguments.of("x[n/2]", 5, "an index must be an integer, but 5/2 is not"),
        Arguments.of(
            "x[x[1]]",
            3,
            "an index must be made of integers, parameters and the variables of loops by + - * / ^"),
        Arguments.of(
            "x[sin(1)]",
            3,
            "an index must be made of integers, parameters and the variables of loops by + - * / ^"),
        Arguments.of(
            "sum(i, 1, n)",
            12,
            "expected ',' but found ')': 'sum' takes four arguments.\nMaybe write sum(i, 1, n, x[i])."),
        Arguments.of(
            "sum(i, 1, n, x[i], 2)", 18, "expected ')' for the '(' in column 4 but found ','"),
        Arguments.of(
            "sum(1, 1, n, x[1])", 5, "expected the name of the loop's variable but found '1'"),
        Arguments.of(
            "sum(i, 1, half, x[i])",
            11,
            "the upper bound must be an integer, but 'half' = 2.5 is not"),
        Arguments.of("sum(i, 1, m, x[i])", 11, "unknown name 'm'. Known: x[i], half, n, e, pi"),
        Arguments.of(
            "sum(x, 1, n, 2)",
            5,
            "'x' is already a variable.\nMaybe choose another name for the loop's variable."),
        Arguments.of(
            "sum(n, 1, 3, n)",
            5,
            "'n' is already a parameter.\nMaybe choose another name for the loop's variable."),
        Arguments.of(
            "sum(pi, 1, 3, 2)",
            5,
            "'pi' is already a constant or function.\nMaybe choose another name for the loop's variable."),
        Arguments.of(
            "sum(i, 1, n, sum(i, 1, n, 1))",
            18,
            "'i' is already the variable of a loop around it.\nMaybe choose another name for the loop's variable."),
        Arguments.of("sum(i, 1, n, x[i]) + i", 22, "unknown name 'i'. Known: x[i], half, n, e, pi"),
        Arguments.of(
            "sum(i, 1, 10^9, i)",
            1,
            "the sums and products have more than 2,000,000 terms when written out.\nMaybe choose a smaller range."),
        Arguments.of(
            "sum(i, 1, 2000, sum(j, 1, 2000, i*j))",
            33,
            "the sums and products have more than 2,000,000 terms when written out.\nMaybe choose a smaller range."),
        Arguments.of("sum(i, 1, 10^99, i)", 11, "the upper bound is larger than an integer can be"),
        Arguments.of(
            "sum",
            4,
            "expected '(' after 'sum' but the formula ends.\nMaybe write sum(i, 1, n, x[i])."));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void pointAtTheColumn(String text, int column, String message) {
    check(new Formula(text, List.of("x", "y"), Map.of("alpha", 0.5)), column, message);
  }

  @ParameterizedTest
  @MethodSource("indexed")
  void pointAtTheColumnOfIndices(String text, int column, String message) {
    check(Formula.indexed(text, 5, Map.of("half", 2.5)), column, message);
  }

  private static void check(Formula formula, int column, String message) {
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> COMPILER.compile(formula))
        .withMessage("formula, column " + column + ": " + message)
        .returns(column, FormulaException::column);
  }

  @Test
  void namesThatCannotBeWrittenAreRejected() {
    assertThatThrownBy(() -> COMPILER.compile(Formula.of("x", "x", "2y")))
        .hasMessage(
            "variable '2y': a name is a letter followed by letters, digits and '_',"
                + " such as x, y2 or x[1]");
    assertThatThrownBy(() -> COMPILER.compile(new Formula("x", List.of("x"), Map.of("e", 0.1))))
        .hasMessage("parameter 'e' has the name of a constant.\nMaybe choose another name.");
    assertThatThrownBy(() -> COMPILER.compile(Formula.of("x", "x", "x[1]")))
        .hasMessage("variable 'x': a variable has this name already");
  }

  @Test
  void aLandscapeMustHaveTheDimensionOfTheFormula() {
    Landscape landscape = Landscape.on(Box.cube(3, -1, 1));

    assertThatThrownBy(() -> COMPILER.compile(Formula.of("x", "x", "y"), landscape))
        .hasMessage("the domain has 3 coordinates, the formula 2 variables");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackOverflows() {
    for (String opening : List.of("(", "-", "sin(", "2^", "x[", "sum(i, 1, ")) {
      String text = opening.repeat(20_000) + "x";
      assertThatThrownBy(() -> COMPILER.compile(Formula.of(text, "x")))
          .isInstanceOf(FormulaException.class)
          .hasMessageEndingWith("are nested more than 200 deep");
    }
  }
}

package org.separatrix.core.extended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.ElementaryFunction;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class ExtendedProgramTest {
  private static CompiledFormula compile(String text, int dimension) {
    return new SymbolicFormulaCompiler().compile(Formula.indexed(text, dimension, Map.of()));
  }

  private static ExtendedNumber[] gradient(CompiledFormula formula, ExtendedNumber... x) {
    return ExtendedGradient.of(formula).orElseThrow().at(x);
  }

  /** Each operation and function occurs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x[1]^2/2 + x[2]^4/4 - x[2]^2/2 + x[1]*x[2]*x[3]",
        "sin(x[1]*x[2]) + cos(x[2] - 3*x[3]) + tan(x[3]/7)",
        "sin(2*pi*x[1]*x[2]) + cos(pi*x[3]) + x[1]^2*x[2]*x[3]",
        "exp(x[1] - x[2]^2) * log(2 + x[3]^2) / (1 + x[1]^2)",
        "tanh(x[1] + x[2]) * sqrt(1 + x[3]^2) + (3 + x[1])^2.7 + (3 + x[2])^1.5",
        "sum(i, 1, 2, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)"
      })
  void isTheProgramOfDoublesWhereTheseReach(String text) {
    CompiledFormula formula = compile(text, 3);
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 200; n++) {
      double[][] x = new double[3][1];
      double[][] g = new double[3][1];
      ExtendedNumber[] extended = new ExtendedNumber[3];
      for (int k = 0; k < 3; k++) {
        x[k][0] = random.nextDouble(-2, 2) * Math.pow(10, -random.nextInt(6));
        extended[k] = ExtendedNumber.of(x[k][0]);
      }
      formula.gradient(x, g, 1);
      ExtendedNumber[] actual = gradient(formula, extended);
      for (int k = 0; k < 3; k++) {
        assertThat(actual[k].toDouble()).isEqualTo(g[k][0]);
      }
    }
  }

  /** d/dx of x^4 y^2 / 8 at x = 2^-400 3/2, y = 2^-700 5/4, which has no double. */
  @Test
  void productsBelowDoublesAreExact() {
    ExtendedNumber x = new ExtendedNumber(1.5, -400);
    ExtendedNumber y = new ExtendedNumber(1.25, -700);

    ExtendedNumber[] g = gradient(compile("x[1]^4*x[2]^2/8", 2), x, y);

    // 27/8 2^-1200 times 25/16 2^-1400 over 2.
    assertThat(g[0]).isEqualTo(new ExtendedNumber(27 * 25 / 512.0, -2599));
  }

  /** d/dx of -cos(2 pi x) / (4 pi^2) is sin(2 pi x) / (2 pi), which is x where x is tiny. */
  @Test
  void turnsBelowDoublesGiveTheirFirstOrder() {
    ExtendedNumber x = new ExtendedNumber(1.5, -2000);

    ExtendedNumber slope = gradient(compile("-cos(2*pi*x[1])/(4*pi^2)", 1), x)[0];

    assertThat(slope.exponent()).isEqualTo(-2000);
    assertThat(slope.significand()).isCloseTo(1.5, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "SIN, -1500, 1.25, -1500",
    "TAN, -1100, 1.25, -1100",
    "TANH, -90000, 1.25, -90000",
    "COS, -3000, 1, 0",
    "EXP, -3000, 1, 0",
    "TANH, 3000, 1, 0"
  })
  void functionsHaveTheirLimits(
      ElementaryFunction function, long exponent, double significand, long result) {
    assertThat(ExtendedFunctions.apply(function, new ExtendedNumber(1.25, exponent)))
        .isEqualTo(new ExtendedNumber(significand, result));
  }

  /** exp and log undo each other far outside the range of doubles. */
  @ParameterizedTest
  @ValueSource(doubles = {-1e9, -70_000.3, -720, 700.5, 123_456})
  void exponentialsHaveExponentsOfTheirOwn(double argument) {
    ExtendedNumber power =
        ExtendedFunctions.apply(ElementaryFunction.EXP, ExtendedNumber.of(argument));
    double back = ExtendedFunctions.apply(ElementaryFunction.LOG, power).toDouble();
    assertThat(back).isCloseTo(argument, within(2 * Math.ulp(argument)));
    // exp(a)^2 = exp(2 a), of which the mantissas, too, agree.
    ExtendedNumber square =
        ExtendedFunctions.apply(ElementaryFunction.EXP, ExtendedNumber.of(2 * argument));
    assertThat(power.times(power).dividedBy(square).toDouble()).isCloseTo(1, within(1e-15));
  }

  /** (1.5 2^-2001)^1.5 squared is its cube; the sign of an odd power stays. */
  @Test
  void powersHaveExponentsOfTheirOwn() {
    ExtendedNumber x = new ExtendedNumber(1.5, -2001);
    ExtendedNumber power = ExtendedFunctions.power(x, 1.5);
    ExtendedNumber cube = x.times(x).times(x);
    assertThat(power.times(power).dividedBy(cube).toDouble()).isCloseTo(1, within(1e-15));
    ExtendedNumber large = ExtendedFunctions.power(ExtendedNumber.of(-1.25), 20_001);
    assertThat(large.significand()).isNegative();
    assertThat(large.logarithm()).isCloseTo(20_001 * Math.log(1.25), within(1e-11));
    assertThat(ExtendedFunctions.power(x.negated(), 0.3).significand()).isNaN();
  }
}

package org.separatrix.core.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class RoundedProgramTest {
  private final SplittableRandom random = new SplittableRandom(5);

  /** Himmelblau's gradient against exact arithmetic; the bound is met within a factor of 100. */
  @Test
  void polynomialsAgainstExactArithmetic() {
    CompiledFormula f = Formulas.compiled(Formulas.HIMMELBLAU);
    IntervalVector box = IntervalVector.of(Box.cube(2, -5, 5));
    RoundedProgram rounded = RoundedProgram.run(f.gradientProgram(), box);
    double worst = 0;
    for (int i = 0; i < 5000; i++) {
      double[] p = Formulas.point(box, random);
      BigDecimal exact = ExactGradient.himmelblau(p)[0];
      double computed = Formulas.gradient(f, p)[0];
      double error = new BigDecimal(computed).subtract(exact).doubleValue();
      assertThat(rounded.error(0).contains(error)).isTrue();
      assertThat(rounded.value(0).contains(computed)).isTrue();
      worst = Math.max(worst, Math.abs(error));
    }
    assertThat(rounded.error(0).magnitude()).isLessThan(100 * worst);
  }

  /** The exact gradient lies in an enclosure, and so near the computed one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        Formulas.MUELLER_BROWN,
        "sin(x*y) + tanh(x - y)^3 - cos(x^2)/(2 + sin(y))",
        "sin(2*pi*x)*cos(3*pi*y) + x^2 - y^2",
        "sqrt(1 + x^2) + log(3 + y^2) + (1 + y^2)^(1/3)",
        "(x^2 + y^2 + 1)^1.5 + tan(x/10)*exp(y)",
        "1/(x + 3) - x^3*y^7"
      })
  void enclosuresMeetTheComputedGradient(String text) {
    CompiledFormula f = Formulas.compiled(text);
    IntervalFormula enclosures = new IntervalFormula(f);
    IntervalVector box = IntervalVector.of(Box.cube(2, -0.5, 0.5));
    RoundedProgram rounded = RoundedProgram.run(f.gradientProgram(), box);
    for (int k = 0; k < 2; k++) {
      assertThat(rounded.error(k).magnitude()).isBetween(1e-17, 1e-8);
    }
    for (int i = 0; i < 2000; i++) {
      double[] p = Formulas.point(box, random);
      IntervalVector exact = enclosures.gradient(IntervalVector.point(p)).range();
      double[] computed = Formulas.gradient(f, p);
      for (int k = 0; k < 2; k++) {
        Interval error = Interval.point(computed[k]).minus(exact.get(k));
        assertThat(error.intersection(rounded.error(k)).isEmpty()).isFalse();
        assertThat(rounded.value(k).contains(computed[k])).isTrue();
      }
    }
  }

  /** Errors grow with what is subtracted; a bound from another box is noticed as too small. */
  @Test
  void cancellationIsSeen() {
    CompiledFormula f = Formulas.compiled("(x + 1e9)^2*y - (1e18 + 2e9*x)*y");
    RoundedProgram rounded =
        RoundedProgram.run(f.gradientProgram(), IntervalVector.of(Box.cube(2, -1, 1)));
    assertThat(rounded.error(1).magnitude()).isGreaterThan(100.0);
  }

  @Test
  void nothingIsKnownWhereTheProgramIsUndefined() {
    CompiledFormula f = Formulas.compiled("log(x) + sqrt(y)");
    RoundedProgram rounded =
        RoundedProgram.run(f.gradientProgram(), IntervalVector.of(Box.cube(2, -1, 1)));
    assertThat(rounded.error(0).isBounded()).isFalse();
    assertThat(rounded.error(1).isBounded()).isFalse();
  }
}

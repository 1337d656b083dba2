package org.separatrix.core.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class GradientRoundingTest {
  private final Random random = new Random(3);

  @Test
  void errorsOfAPolynomialsGradientAreBoundedAndNotAbsurdly() {
    CompiledFormula f = Formulas.compiled(Formulas.HIMMELBLAU);
    IntervalVector box = IntervalVector.of(new Interval(-5, 5), new Interval(-5, 5));
    double[] bound = GradientRounding.of(f).over(box);
    double worst = 0;
    for (int i = 0; i < 4_000; i++) {
      double[] p = {10 * random.nextDouble() - 5, 10 * random.nextDouble() - 5};
      double[] g = Formulas.gradient(f, p);
      BigDecimal[] exact = ExactGradient.himmelblau(p);
      for (int k = 0; k < 2; k++) {
        double error = new BigDecimal(g[k]).subtract(exact[k]).abs().doubleValue();
        assertThat(error).isLessThanOrEqualTo(bound[k]);
        worst = Math.max(worst, error / bound[k]);
      }
    }
    assertThat(worst).isGreaterThan(0.05);
  }

  /** The exact gradient lies in its enclosure, and the computed one within the bound of that. */
  @Test
  void errorsOfElementaryFunctionsAreBounded() {
    CompiledFormula f =
        Formulas.compiled("exp(sin(x*y)) + tanh(x)/(2 + cos(y)) + log(3 + x) + sqrt(y + 4)");
    IntervalFormula enclosure = new IntervalFormula(f);
    double largest = 0;
    for (int i = 0; i < 5000; i++) {
      double[] p = {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
      double[] bound = GradientRounding.of(f).over(IntervalVector.point(p));
      double[] g = Formulas.gradient(f, p);
      for (int k = 0; k < 2; k++) {
        Interval exact = enclosure.gradient(IntervalVector.point(p)).range().get(k);
        assertThat(exact.inflated(bound[k]).contains(g[k])).isTrue();
        largest = Math.max(largest, bound[k]);
      }
    }
    assertThat(largest).isLessThan(1e-13);
  }

  @Test
  void wideBoxesBoundTheErrorsOfTheirPoints() {
    CompiledFormula f = Formulas.compiled("sin(x)*exp(y) + x^3*y - (x + 5)^1.3");
    IntervalVector box = IntervalVector.of(new Interval(-2, 2), new Interval(-1, 3));
    double[] bound = GradientRounding.of(f).over(box);
    for (int i = 0; i < 1000; i++) {
      double[] p = {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 1};
      double[] atPoint = GradientRounding.of(f).over(IntervalVector.point(p));
      for (int k = 0; k < 2; k++) {
        assertThat(atPoint[k]).isLessThanOrEqualTo(bound[k]);
      }
    }
    assertThat(bound[0]).isLessThan(1e-12);
  }

  @Test
  void whatMayBeUndefinedHasNoBound() {
    IntervalVector box = IntervalVector.of(new Interval(-1, 1), new Interval(-1, 1));
    assertThat(GradientRounding.of(Formulas.compiled("1/x + y")).over(box)[0]).isInfinite();
    assertThat(GradientRounding.of(Formulas.compiled("x*log(x) + y")).over(box)[0]).isInfinite();
    assertThat(GradientRounding.of(Formulas.compiled("exp(900*x) + y")).over(box)[0]).isInfinite();
  }
}

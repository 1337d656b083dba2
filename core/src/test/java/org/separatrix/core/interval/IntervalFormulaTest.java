package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class IntervalFormulaTest {
  private static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  private static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  private final RandomIntervals random = new RandomIntervals(6);

  @Test
  void leesHessianOnItsDomain() {
    Enclosure<IntervalMatrix> hessian = formula(LEE).hessian(square(-2, 2));

    assertThat(hessian.isDefinedEverywhere()).isTrue();
    assertThat(hessian.range())
        .isEqualTo(
            IntervalMatrix.of(
                new Interval[][] {
                  {Interval.ONE, Interval.ZERO}, {Interval.ZERO, new Interval(-1, 11)}
                }));
    assertThat(hessian.range().spectralNorm()).isEqualTo(11);
    assertThat(formula(LEE).jacobian(square(-2, 2))).isEqualTo(hessian);
  }

  @Test
  void himmelblausLipschitzConstantIsBoundedFromAbove() {
    double bound = formula(HIMMELBLAU).hessian(square(-5, 5)).range().spectralNorm();
    assertThat(bound).isBetween(286 + 8 * Math.sqrt(26), 345.0);
    assertThat(formula(HIMMELBLAU).gradient(point(3, 2)).range())
        .isEqualTo(IntervalVector.point(0, 0));
  }

  /** All enclosures contain the exact value, gradient and Hessian of a polynomial. */
  @Test
  void polynomialsAgainstExactArithmetic() {
    IntervalFormula himmelblau = formula(HIMMELBLAU);
    for (int i = 0; i < 3000; i++) {
      IntervalVector box = randomBox(0.01 + (i % 7), 5);
      double[] p = {random.in(box.get(0)), random.in(box.get(1))};
      BigDecimal x = new BigDecimal(p[0]);
      BigDecimal y = new BigDecimal(p[1]);
      BigDecimal u = x.multiply(x).add(y).subtract(new BigDecimal(11));
      BigDecimal v = y.multiply(y).add(x).subtract(new BigDecimal(7));
      BigDecimal f = u.multiply(u).add(v.multiply(v));
      BigDecimal fx = x.multiply(u).multiply(new BigDecimal(4)).add(v.add(v));
      BigDecimal fxx =
          x.multiply(x)
              .multiply(new BigDecimal(8))
              .add(u.multiply(new BigDecimal(4)))
              .add(new BigDecimal(2));
      assertContains(himmelblau.value(box).range(), f);
      assertContains(himmelblau.meanValue(box).range(), f);
      assertContains(himmelblau.secondOrder(box).range(), f);
      assertContains(himmelblau.gradient(box).range().get(0), fx);
      assertContains(himmelblau.meanValueGradient(box).range().get(0), fx);
      assertContains(himmelblau.hessian(box).range().get(0, 0), fxx);
      assertContains(himmelblau.jacobian(box).range().get(0, 0), fxx);
    }
  }

  /** 1/x has values where log x has none, and so no derivative. */
  @Test
  void noDerivativeOutsideTheDomain() {
    IntervalFormula logarithm = formula("log(x) + y");
    IntervalVector outside = IntervalVector.of(new Interval(-2, -1), Interval.ONE);
    IntervalVector across = IntervalVector.of(new Interval(-2, 1), Interval.ONE);
    IntervalVector inside = IntervalVector.of(new Interval(1, 2), Interval.ONE);
    assertThat(logarithm.gradient(outside).range().isEmpty()).isTrue();
    assertThat(logarithm.gradient(outside).isDefinedEverywhere()).isFalse();
    assertThat(logarithm.jacobian(outside).isDefinedEverywhere()).isFalse();
    assertThat(logarithm.hessian(outside).isDefinedEverywhere()).isFalse();
    assertThat(logarithm.gradient(across).isDefinedEverywhere()).isFalse();
    assertThat(logarithm.gradient(inside).range().get(0)).isEqualTo(new Interval(0.5, 1));
    assertThat(logarithm.gradient(inside).isDefinedEverywhere()).isTrue();
  }

  /** The containment test notices a form around a wrong value. */
  @Test
  void aWrongCoefficientIsNoticed() {
    IntervalFormula right = formula("x^3/3 - x*y");
    IntervalFormula wrong = formula("x^3/3 - 1.0000000000000002*x*y");
    IntervalVector point = point(1, 0.75);
    assertThat(right.value(point).range().contains(wrong.value(point).range())).isFalse();
    assertThat(right.gradient(point).range().intersection(wrong.gradient(point).range()).isEmpty())
        .isTrue();
  }

  /** f(p) lies in both its own tight enclosure and every form over a box around p. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        LEE,
        HIMMELBLAU,
        "0.1*x^3 + 0.7*x*y^5 - 2.1*x^4 + x^6/3",
        "-200*exp(-(x-1)^2 - 10*y^2) + 15*exp(0.7*(x+1)^2 + 0.6*(x+1)*(y-1) + 0.7*(y-1)^2)",
        "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)",
        "sin(x*y) + tanh(x - y)^3 - cos(x^2)/(2 + sin(y))",
        "sqrt(1 + x^2) + log(3 + y^2) + (1 + y^2)^(1/3)",
        "(x^2 + y^2)^1.5 + tan(x/10)*exp(y)",
        "log(x)*sqrt(y) + x^y + x^(-1.3)/y^2",
        "x/y + (x - y)^(-3)",
        "sqrt(x - y) + tan(x*y)"
      })
  void formsContainWhatPointsGive(String text) {
    IntervalFormula f = formula(text);
    int defined = 0;
    for (int i = 0; i < 2000; i++) {
      IntervalVector box = randomBox(Math.pow(10, -random.nextInt(9)), 3);
      double[] p = {random.in(box.get(0)), random.in(box.get(1))};
      IntervalVector point = IntervalVector.point(p);
      Enclosure<Interval> value = f.value(point);
      Enclosure<IntervalVector> gradient = f.gradient(point);
      assertThat(f.value(box).range().contains(value.range())).isTrue();
      assertThat(f.gradient(box).range().contains(gradient.range())).isTrue();
      assertThat(f.hessian(box).range().get(1, 0).contains(f.hessian(point).range().get(1, 0)))
          .isTrue();
      if (f.value(box).isDefinedEverywhere()) {
        defined++;
        assertThat(value.isDefinedEverywhere()).isTrue();
        assertMeet(f.meanValue(box).range(), value.range());
        assertMeet(f.secondOrder(box).range(), value.range());
      }
      if (f.gradient(box).isDefinedEverywhere()) {
        assertThat(f.meanValueGradient(box).range().intersection(gradient.range()).isEmpty())
            .isFalse();
        assertThat(f.jacobian(box).range().get(1, 0).contains(f.jacobian(point).range().get(1, 0)))
            .isTrue();
      }
    }
    assertThat(defined).isGreaterThan(100);
  }

  @Test
  void centeredFormsAreTighterOnSmallBoxes() {
    IntervalFormula f = formula("x^2 - 2*x*y + y^2 + sin(x - y)");
    IntervalVector box = IntervalVector.of(new Interval(1, 1.001), new Interval(0.5, 0.501));
    double natural = f.value(box).range().width();
    double meanValue = f.meanValue(box).range().width();
    double secondOrder = f.secondOrder(box).range().width();
    assertThat(meanValue).isLessThan(natural / 1.3);
    assertThat(secondOrder).isLessThan(meanValue);
  }

  /** The excess over the range, here x^2 - x on an interval beside 1/2, is quartered. */
  @Test
  void theExcessOfTheMeanValueFormIsOfSecondOrder() {
    IntervalFormula f = formula("x^2 - x + 0*y");
    double before = Double.NaN;
    for (double width = 0x1p-4; width > 0x1p-12; width /= 2) {
      Interval x = new Interval(0.625, 0.625 + width);
      double high = x.high() * x.high() - x.high();
      double range = high - (0.625 * 0.625 - 0.625);
      double excess = f.meanValue(IntervalVector.of(x, Interval.ZERO)).range().width() - range;
      assertThat(excess).isPositive();
      if (before > 0) {
        assertThat(before / excess).isBetween(3.9, 4.1);
      }
      before = excess;
    }
  }

  @Test
  void partlyUndefined() {
    IntervalFormula root = formula("sqrt(x) + y");
    Enclosure<Interval> partly = root.value(square(-1, 4));
    assertThat(partly).isEqualTo(new Enclosure<>(new Interval(-1, 6), false));
    assertThat(root.value(square(-2, -1)).range().isEmpty()).isTrue();
    assertThat(root.value(square(0, 4)).isDefinedEverywhere()).isTrue();
    assertThat(root.meanValue(square(0, 4)).range()).isEqualTo(new Interval(0, 6));
    assertThat(root.gradient(square(0, 4)).isDefinedEverywhere()).isFalse();
    assertThat(root.jacobian(square(0, 4)).isDefinedEverywhere()).isFalse();
    assertThat(formula("x/y").value(square(0, 1)).isDefinedEverywhere()).isFalse();
    assertThat(formula("tan(x)*y").value(square(1, 2)).isDefinedEverywhere()).isFalse();
    assertThat(formula("log(x)*y").value(square(0, 2)).isDefinedEverywhere()).isFalse();
    assertThat(formula("x*y + log(-1)").value(square(0, 1)).range().isEmpty()).isTrue();
    assertThat(formula("x*y + 1e308*10").value(square(0, 1)).range()).isEqualTo(Interval.ENTIRE);
    assertThat(formula("x*y*(1e308*10)").jacobian(square(0, 1)).isDefinedEverywhere()).isFalse();
  }

  @Test
  void unboundedBoxes() {
    IntervalVector plane = IntervalVector.of(Interval.ENTIRE, Interval.ENTIRE);
    assertThat(formula("x^2 + y^4").meanValue(plane).range()).isEqualTo(Interval.NON_NEGATIVE);
    assertThat(formula("x^2 + y^4").secondOrder(plane).range()).isEqualTo(Interval.NON_NEGATIVE);
    assertThat(formula("sin(x) + tanh(y)").value(plane).range()).isEqualTo(new Interval(-2, 2));
  }

  @Test
  void dimensionsMustAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> formula(LEE).value(IntervalVector.point(1)))
        .withMessage("the box has 1 components, the formula 2 variables");
  }

  private static IntervalFormula formula(String text) {
    return new IntervalFormula(new SymbolicFormulaCompiler().compile(Formula.of(text, "x", "y")));
  }

  private static IntervalVector square(double low, double high) {
    return IntervalVector.of(Box.cube(2, low, high));
  }

  private static IntervalVector point(double... x) {
    return IntervalVector.point(x);
  }

  private IntervalVector randomBox(double width, double range) {
    double x = (random.nextDouble() * 2 - 1) * range;
    double y = (random.nextDouble() * 2 - 1) * range;
    return IntervalVector.of(
        new Interval(x, x + width * random.nextDouble()),
        new Interval(y, y + width * random.nextDouble()));
  }

  private static void assertContains(Interval interval, BigDecimal exact) {
    assertThat(ArithmeticTest.contains(interval, exact)).as("%s in %s", exact, interval).isTrue();
  }

  private static void assertMeet(Interval form, Interval value) {
    assertThat(form.intersection(value).isEmpty()).as("%s meets %s", form, value).isFalse();
  }
}

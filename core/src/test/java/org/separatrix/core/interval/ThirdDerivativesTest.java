package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class ThirdDerivativesTest {
  private final RandomIntervals random = new RandomIntervals(9);

  @Test
  void himmelblau() {
    IntervalFormula f = formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    IntervalVector box = IntervalVector.of(new Interval(1, 2), new Interval(-3, 4));
    Enclosure<List<IntervalMatrix>> third = f.thirdDerivatives(box, 0, 1);
    assertThat(third.isDefinedEverywhere()).isTrue();
    // 24 x, 4, 4; 4, 4, 24 y
    assertThat(third.range().get(0)).isEqualTo(matrix(new Interval(24, 48), 4, Interval.point(4)));
    assertThat(third.range().get(1)).isEqualTo(matrix(Interval.point(4), 4, new Interval(-72, 96)));
    // In the other order, and of a single coordinate.
    assertThat(f.thirdDerivatives(box, 1, 0).range().get(1).get(1, 1))
        .isEqualTo(new Interval(24, 48));
    assertThat(f.thirdDerivatives(box, 1).range())
        .containsExactly(IntervalMatrix.of(new Interval[][] {{new Interval(-72, 96)}}));
  }

  /** Blocks of the Hessian are parts of it. */
  @Test
  void blocksAreSubmatrices() {
    IntervalFormula f =
        new IntervalFormula(
            new SymbolicFormulaCompiler()
                .compile(Formula.of("sin(x*y) + z^3*x + exp(z - y)", "x", "y", "z")));
    IntervalVector box = IntervalVector.of(Box.cube(3, 0.5, 0.75));
    IntervalMatrix whole = f.hessian(box).range();
    assertThat(f.hessian(box, 2, 0).range()).isEqualTo(whole.principal(2, 0));
    assertThat(f.hessian(box, 2, 0).range().get(0, 1)).isEqualTo(whole.get(2, 0));
    assertThat(f.hessian(box, 1).range().get(0, 0)).isEqualTo(whole.get(1, 1));
  }

  /** H(q) - H(p) lies in the slopes times q - p, and both forms agree about points. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(x*y) + tanh(x - y)^3 - cos(x^2)/(2 + sin(y))",
        "sqrt(1 + x^2) + log(3 + y^2) + (1 + y^2)^(1/3)",
        "x^5*y^2 - 0.3*x*y^3 + exp(x*y/3)"
      })
  void meanValueTheoremHolds(String text) {
    IntervalFormula f = formula(text);
    for (int i = 0; i < 300; i++) {
      double width = Math.pow(10, -random.nextInt(5));
      double x = random.nextDouble() * 4 - 2;
      double y = random.nextDouble() * 4 - 2;
      IntervalVector box =
          IntervalVector.of(new Interval(x, x + width), new Interval(y, y + width));
      double[] p = {random.in(box.get(0)), random.in(box.get(1))};
      double[] q = {random.in(box.get(0)), random.in(box.get(1))};
      List<IntervalMatrix> natural = f.thirdDerivatives(box, 0, 1).range();
      List<IntervalMatrix> centered = f.meanValueThirdDerivatives(box, 0, 1).range();
      List<IntervalMatrix> point = f.thirdDerivatives(IntervalVector.point(p), 0, 1).range();
      IntervalMatrix change = hessian(f, q).minus(hessian(f, p));
      for (List<IntervalMatrix> slopes : List.of(natural, centered)) {
        IntervalMatrix bound = slopes.get(0).times(difference(q[0], p[0]));
        bound = bound.plus(slopes.get(1).times(difference(q[1], p[1])));
        assertThat(bound.intersection(change).isEmpty()).isFalse();
        assertThat(slopes.get(0).intersection(point.get(0)).isEmpty()).isFalse();
        assertThat(slopes.get(1).intersection(point.get(1)).isEmpty()).isFalse();
      }
      assertThat(natural.get(0).get(0, 1).contains(centered.get(0).get(0, 1))).isTrue();
    }
  }

  @Test
  void theMeanValueFormIsTighterOnSmallBoxes() {
    IntervalFormula f = formula("(x - y)^5 + sin(x - y)");
    IntervalVector box = IntervalVector.of(new Interval(1, 1.001), new Interval(0.5, 0.501));
    double natural = f.thirdDerivatives(box, 0, 1).range().get(0).get(0, 0).width();
    double centered = f.meanValueThirdDerivatives(box, 0, 1).range().get(0).get(0, 0).width();
    assertThat(centered).isPositive().isLessThan(1.01 * natural);
    IntervalFormula g = formula("(x^2 - 2*x*y + y^2)^3");
    natural = g.thirdDerivatives(box, 0, 1).range().get(0).get(0, 0).width();
    centered = g.meanValueThirdDerivatives(box, 0, 1).range().get(0).get(0, 0).width();
    assertThat(centered).isLessThan(natural / 1.3);
  }

  /** 1/x and -1/x^2 exist for x < 0, but are no derivatives of log x there. */
  @Test
  void derivativesAreDefinedOnlyWhereTheFunctionIs() {
    IntervalFormula log = formula("log(x) + y^2");
    IntervalVector left = IntervalVector.of(Box.cube(2, -2, -1));
    IntervalVector right = IntervalVector.of(Box.cube(2, 1, 2));
    assertThat(log.gradient(left).isDefinedEverywhere()).isFalse();
    assertThat(log.meanValueGradient(left).isDefinedEverywhere()).isFalse();
    assertThat(log.hessian(left).isDefinedEverywhere()).isFalse();
    assertThat(log.hessian(left, 1).isDefinedEverywhere()).isFalse();
    assertThat(log.jacobian(left).isDefinedEverywhere()).isFalse();
    assertThat(log.thirdDerivatives(left, 0, 1).isDefinedEverywhere()).isFalse();
    assertThat(log.gradient(right).isDefinedEverywhere()).isTrue();
    assertThat(log.hessian(right).isDefinedEverywhere()).isTrue();
    assertThat(log.thirdDerivatives(right, 0, 1).isDefinedEverywhere()).isTrue();
    // Twice differentiable at 0, not three times.
    IntervalVector zero = IntervalVector.of(Box.cube(2, 0, 1));
    assertThat(formula("x^2.5 + y").hessian(zero).isDefinedEverywhere()).isTrue();
    assertThat(formula("x^2.5 + y").thirdDerivatives(zero, 0, 1).isDefinedEverywhere()).isFalse();
  }

  private static IntervalMatrix hessian(IntervalFormula f, double[] p) {
    return f.hessian(IntervalVector.point(p)).range();
  }

  private static Interval difference(double a, double b) {
    return Interval.point(a).minus(Interval.point(b));
  }

  private static IntervalMatrix matrix(Interval a, double b, Interval c) {
    return IntervalMatrix.of(new Interval[][] {{a, Interval.point(b)}, {Interval.point(b), c}});
  }

  private static IntervalFormula formula(String text) {
    return new IntervalFormula(new SymbolicFormulaCompiler().compile(Formula.of(text, "x", "y")));
  }
}

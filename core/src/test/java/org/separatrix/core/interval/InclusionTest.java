package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The two laws of interval arithmetic on random intervals: results of numbers lie in the results of
 * the intervals that contain them, and smaller intervals give smaller results.
 */
class InclusionTest {
  private static final int SAMPLES = 70_000;

  private record Unary(String name, UnaryOperator<Interval> sets, DoubleUnaryOperator numbers) {}

  private record Binary(String name, BinaryOperator<Interval> sets, DoubleBinaryOperator numbers) {}

  private static final List<Binary> BINARY =
      List.of(
          new Binary("plus", Interval::plus, (x, y) -> x + y),
          new Binary("minus", Interval::minus, (x, y) -> x - y),
          new Binary("times", Interval::times, (x, y) -> x * y),
          new Binary("dividedBy", Interval::dividedBy, (x, y) -> x / y));

  private static final List<Unary> UNARY =
      List.of(
          new Unary("negated", Interval::negated, x -> -x),
          new Unary("abs", Interval::abs, Math::abs),
          new Unary("squared", Interval::squared, x -> x * x),
          new Unary("sqrt", Interval::sqrt, Math::sqrt),
          new Unary("exp", Interval::exp, StrictMath::exp),
          new Unary("log", Interval::log, StrictMath::log),
          new Unary("sin", Interval::sin, StrictMath::sin),
          new Unary("cos", Interval::cos, StrictMath::cos),
          new Unary("tan", Interval::tan, StrictMath::tan),
          new Unary("tanh", Interval::tanh, StrictMath::tanh),
          power(3),
          power(6),
          power(-1),
          power(-2),
          power(1.5),
          power(-0.4));

  private final RandomIntervals random = new RandomIntervals(3);
  private final List<String> violations = new ArrayList<>();
  private int checks;

  @Test
  void twoMillionResultsAreIncluded() {
    for (int i = 0; i < SAMPLES; i++) {
      Interval x = random.interval();
      Interval y = random.interval();
      Interval smallX = random.subset(x);
      Interval smallY = random.subset(y);
      double pointX = random.in(smallX);
      double pointY = random.in(smallY);
      for (Binary f : BINARY) {
        Interval large = f.sets.apply(x, y);
        check(
            f.name,
            x,
            large,
            f.sets.apply(smallX, smallY),
            f.numbers.applyAsDouble(pointX, pointY));
      }
      for (Unary f : UNARY) {
        check(f.name, x, f.sets.apply(x), f.sets.apply(smallX), f.numbers.applyAsDouble(pointX));
      }
    }
    assertThat(violations).isEmpty();
    assertThat(checks).isGreaterThan(2_500_000);
  }

  /** The same check must notice results that are one step too narrow. */
  @Test
  void resultsShrunkByOneStepAreNoticed() {
    int inexact = 0;
    for (int i = 0; i < 1000; i++) {
      Interval x = Interval.point(random.nextDouble());
      Interval y = Interval.point(random.nextDouble());
      Interval sum = x.plus(y);
      if (!sum.isPoint()) {
        inexact++;
        check("from below", x, Interval.point(sum.high()), sum, sum.low());
        check("from above", x, Interval.point(sum.low()), sum, sum.high());
      }
    }
    assertThat(inexact).isGreaterThan(200);
    assertThat(violations).hasSize(2 * inexact);
  }

  /** A number that is none, or that overflowed, says nothing. */
  private void check(String name, Interval x, Interval large, Interval small, double number) {
    checks += 2;
    boolean holds = large.contains(small) && (!Double.isFinite(number) || large.contains(number));
    if (!holds) {
      violations.add("%s %s = %s, but %s and %s".formatted(name, x, large, small, number));
    }
  }

  private static Unary power(double exponent) {
    return new Unary("power " + exponent, x -> x.power(exponent), x -> StrictMath.pow(x, exponent));
  }
}

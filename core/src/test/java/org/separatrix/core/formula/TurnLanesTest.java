package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Formula;

/** Accuracy, range and symmetries of the functions of turns. */
class TurnLanesTest {
  private static final int POINTS = 300_000;

  private final SplittableRandom random = new SplittableRandom(20_261_126);

  @Test
  void bothAreAccurateForNumbersOfAllSizes() {
    double[] worst = new double[2];
    forPoints(
        b -> {
          BigInteger[] truth = FixedPoint.sineAndCosineOfTurns(b);
          worst[0] = Math.max(worst[0], FixedPoint.ulps(TurnLanes.sin(b), truth[0], 0));
          worst[1] = Math.max(worst[1], FixedPoint.ulps(TurnLanes.cos(b), truth[1], 0));
        });
    assertThat(worst[0]).isBetween(0.5, 2.5);
    assertThat(worst[1]).isBetween(0.5, 2.5);
  }

  @Test
  void neitherExceedsOneAndBothAreSymmetric() {
    forPoints(
        b -> {
          double sine = TurnLanes.sin(b);
          double cosine = TurnLanes.cos(b);
          if (Math.abs(sine) > 1 || Math.abs(cosine) > 1) {
            throw new AssertionError("beyond 1 at " + b);
          }
          if (TurnLanes.sin(-b) != -sine || TurnLanes.cos(-b) != cosine) {
            throw new AssertionError("not symmetric at " + b);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -7, 0x1.fffffp30, 0x1p52, 0x1.0000000000001p52, -0x1p60})
  void quarterTurnsAreExact(double whole) {
    assertThat(TurnLanes.sin(whole)).isZero();
    assertThat(TurnLanes.cos(whole)).isEqualTo(1);
    if (Math.abs(whole) < 0x1p50) {
      assertThat(TurnLanes.sin(whole + 0.25)).isEqualTo(1);
      assertThat(TurnLanes.cos(whole + 0.25)).isZero();
      assertThat(TurnLanes.sin(whole + 0.5)).isZero();
      assertThat(TurnLanes.cos(whole + 0.5)).isEqualTo(-1);
      assertThat(TurnLanes.sin(whole - 0.25)).isEqualTo(-1);
      assertThat(TurnLanes.cos(whole - 0.25)).isZero();
    }
  }

  @Test
  void tinyNumbersGiveTheirFirstOrder() {
    for (double b = 0x1p-30; b > Double.MIN_NORMAL; b *= 0.4) {
      double first = 2 * Math.PI * b;
      assertThat(TurnLanes.sin(b)).isCloseTo(first, within(2 * Math.ulp(first)));
      assertThat(TurnLanes.cos(b)).isCloseTo(1, within(0x1p-53));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberHasNoSine(double b) {
    assertThat(TurnLanes.sin(b)).isNaN();
    assertThat(TurnLanes.cos(b)).isNaN();
  }

  /** The product with pi would be rounded, and its sine would not be exact. */
  @Test
  void multiplesOfPiInFormulasAreTurns() {
    assertThat(value("sin(2*pi*x)", 1e9)).isZero();
    assertThat(value("sin(pi*x)", 1e9 + 1)).isZero();
    assertThat(value("cos(3*pi*x)", 1e9 + 1)).isEqualTo(-1);
    assertThat(value("cos(pi*(1 + (x - 1)/4))", 1e9 + 1)).isEqualTo(-1);
    assertThat(value("sin(2*x)", 1e9)).isEqualTo(ElementaryLanes.sin(2e9));
  }

  private static double value(String text, double x) {
    double[] f = new double[1];
    new SymbolicFormulaCompiler().compile(Formula.of(text, "x")).value(new double[][] {{x}}, f, 1);
    return f[0];
  }

  private void forPoints(DoubleConsumer consumer) {
    for (int i = 0; i < POINTS; i++) {
      double size = Math.scalb(random.nextDouble(-2, 2), random.nextInt(-40, 55));
      double quarter = Math.rint(random.nextDouble(-40, 40)) / 4;
      double near = quarter + Math.scalb(random.nextDouble(-1, 1), random.nextInt(-50, -2));
      consumer.accept(
          switch (i % 4) {
            case 0 -> size;
            case 1 -> near;
            case 2 -> random.nextDouble(-0.5, 0.5);
            default -> random.nextDouble(-100, 100);
          });
    }
  }
}

package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Accuracy, range and symmetries of the functions on lanes. */
class ElementaryLanesTest {
  private static final int POINTS = 200_000;
  private static final double TRIGONOMETRIC_LIMIT = 0x1p30 * Math.PI;
  private static final double TANGENT_LIMIT = 0x1p16 * Math.PI;
  private static final double HYPERBOLIC_LIMIT = 2048 * 0.6931471805599453;

  private final SplittableRandom random = new SplittableRandom(20_261_107);

  @Test
  void sineCosineAndTangentAreAccurate() {
    double[] worst = new double[3];
    DoubleStream.of(trigonometricArguments())
        .forEach(
            x -> {
              BigInteger[] truth = FixedPoint.sineAndCosine(x);
              update(worst, 0, ElementaryLanes.sin(x), truth[0]);
              update(worst, 1, ElementaryLanes.cos(x), truth[1]);
              if (Math.abs(x) < TANGENT_LIMIT) {
                double tangent = ElementaryLanes.tan(x);
                update(worst, 2, FixedPoint.ulpsOfQuotient(tangent, truth[0], truth[1]));
              }
            });
    assertThat(worst[0]).isBetween(0.5, 2.0);
    assertThat(worst[1]).isBetween(0.5, 2.0);
    assertThat(worst[2]).isBetween(0.5, 2.0);
  }

  @Test
  void theExponentialIsAccurate() {
    double[] worst = new double[1];
    DoubleStream.of(exponentialArguments())
        .forEach(
            x -> {
              int order = FixedPoint.orderOfExponential(x);
              BigInteger truth = FixedPoint.scaledExponential(x);
              update(worst, 0, FixedPoint.ulps(ElementaryLanes.exp(x), truth, order));
            });
    assertThat(worst[0]).isBetween(0.5, 2.0);
  }

  @Test
  void theLogarithmIsAccurate() {
    double[] worst = new double[1];
    DoubleStream.of(logarithmicArguments())
        .forEach(x -> update(worst, 0, ElementaryLanes.log(x), FixedPoint.logarithm(x)));
    assertThat(worst[0]).isBetween(0.5, 2.0);
  }

  @Test
  void theHyperbolicTangentIsAccurate() {
    double[] worst = new double[1];
    DoubleStream.of(hyperbolicArguments())
        .forEach(
            x -> {
              BigInteger[] truth = FixedPoint.hyperbolicTangent(x);
              double magnitude = Math.abs(HyperbolicLanes.tanh(x));
              update(worst, 0, FixedPoint.ulpsOfQuotient(magnitude, truth[0], truth[1]));
            });
    assertThat(worst[0]).isBetween(0.5, 2.5);
  }

  @Test
  void tinyArgumentsGiveTheirFirstOrder() {
    for (double x = 0x1p-28; x > 0; x *= 0.4) {
      double nearly = 1.5 * Math.ulp(x);
      assertThat(ElementaryLanes.sin(x)).isCloseTo(x, within(nearly));
      assertThat(ElementaryLanes.tan(x)).isCloseTo(x, within(nearly));
      assertThat(HyperbolicLanes.tanh(x)).isCloseTo(x, within(nearly));
      assertThat(ElementaryLanes.cos(x)).isCloseTo(1, within(0x1p-53));
      assertThat(ElementaryLanes.exp(x)).isCloseTo(1 + x, within(0x1p-52));
    }
  }

  @Test
  void fixedValuesAreExact() {
    assertThat(ElementaryLanes.cos(0)).isEqualTo(1);
    assertThat(ElementaryLanes.exp(0)).isEqualTo(1);
    assertThat(ElementaryLanes.exp(-0.0)).isEqualTo(1);
    assertBits(ElementaryLanes.log(1), 0.0);
    for (double zero : new double[] {0.0, -0.0}) {
      assertBits(ElementaryLanes.sin(zero), zero);
      assertBits(ElementaryLanes.tan(zero), zero);
      assertBits(HyperbolicLanes.tanh(zero), zero);
    }
  }

  @Test
  void symmetriesHoldToTheLastBit() {
    DoubleStream.of(trigonometricArguments())
        .limit(50_000)
        .forEach(
            x -> {
              assertBits(ElementaryLanes.sin(-x), -ElementaryLanes.sin(x));
              assertBits(ElementaryLanes.cos(-x), ElementaryLanes.cos(x));
              assertBits(ElementaryLanes.tan(-x), -ElementaryLanes.tan(x));
            });
    DoubleStream.of(hyperbolicArguments())
        .limit(50_000)
        .forEach(x -> assertBits(HyperbolicLanes.tanh(-x), -HyperbolicLanes.tanh(x)));
  }

  @Test
  void nothingExceedsOne() {
    for (int i = 0; i < 300_000; i++) {
      double nearHalfTurn = Math.rint(random.nextDouble(-1e6, 1e6)) * (Math.PI / 2);
      double x = nearHalfTurn + random.nextDouble(-1e-7, 1e-7);
      if (Math.abs(ElementaryLanes.sin(x)) > 1 || Math.abs(ElementaryLanes.cos(x)) > 1) {
        throw new AssertionError("beyond 1 at " + x);
      }
    }
  }

  @Test
  void theHyperbolicTangentIncreasesTowardsOne() {
    for (int i = 0; i < 300_000; i++) {
      double x = random.nextDouble(8, 20);
      double value = HyperbolicLanes.tanh(x);
      if (value > 1 || HyperbolicLanes.tanh(Math.nextUp(x)) < value) {
        throw new AssertionError("not increasing at " + x);
      }
    }
    assertThat(HyperbolicLanes.tanh(19.1)).isEqualTo(1);
    assertThat(HyperbolicLanes.tanh(Math.nextDown(HYPERBOLIC_LIMIT))).isEqualTo(1);
  }

  @Test
  void outsideOfItsRangeNothingIsANumber() {
    assertNoNumbers(ElementaryLanes::sin, TRIGONOMETRIC_LIMIT);
    assertNoNumbers(ElementaryLanes::cos, TRIGONOMETRIC_LIMIT);
    assertNoNumbers(ElementaryLanes::tan, TANGENT_LIMIT);
    assertNoNumbers(ElementaryLanes::exp, HYPERBOLIC_LIMIT);
    assertNoNumbers(HyperbolicLanes::tanh, HYPERBOLIC_LIMIT);
    for (int i = 0; i < 10_000; i++) {
      assertThat(ElementaryLanes.log(-magnitude(-1074, 1024))).isNaN();
      assertThat(ElementaryLanes.log(magnitude(972, 1024))).isNaN();
      assertThat(ElementaryLanes.log(magnitude(-1074, -1022))).isNaN();
    }
    for (double x : new double[] {0.0, -0.0, -1, -Double.MIN_NORMAL, -Double.MIN_VALUE}) {
      assertThat(ElementaryLanes.log(x)).isNaN();
    }
    assertThat(ElementaryLanes.log(Math.nextDown(Double.MIN_NORMAL))).isNaN();
    assertThat(ElementaryLanes.log(Double.MAX_VALUE)).isNaN();
    assertThat(ElementaryLanes.log(Double.POSITIVE_INFINITY)).isNaN();
    assertThat(ElementaryLanes.log(Double.NEGATIVE_INFINITY)).isNaN();
    assertThat(ElementaryLanes.log(Double.NaN)).isNaN();
  }

  @Test
  void theExponentialOverflowsAndVanishesOrIsNotANumber() {
    for (double x = 709.8; x < 2000; x += 0.37) {
      assertThat(ElementaryLanes.exp(x)).isIn(Double.POSITIVE_INFINITY, Double.NaN);
      assertThat(ElementaryLanes.exp(-x - 36)).isIn(0.0, Double.NaN);
    }
    assertThat(ElementaryLanes.exp(1000)).isInfinite();
    assertThat(ElementaryLanes.exp(-1000)).isZero();
  }

  private void assertNoNumbers(DoubleUnaryOperator function, double limit) {
    assertThat(function.applyAsDouble(Double.NaN)).isNaN();
    for (double x :
        new double[] {limit * (1 + 1e-15), Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
      assertThat(function.applyAsDouble(x)).isNaN();
      assertThat(function.applyAsDouble(-x)).isNaN();
    }
    for (int i = 0; i < 10_000; i++) {
      double x = limit * magnitude(1, 1024 - Math.getExponent(limit) - 2);
      assertThat(function.applyAsDouble(x)).isNaN();
      assertThat(function.applyAsDouble(-x)).isNaN();
    }
  }

  private static void update(double[] worst, int at, double value, BigInteger truth) {
    update(worst, at, FixedPoint.ulps(value, truth, 0));
  }

  private static void update(double[] worst, int at, double ulps) {
    worst[at] = Math.max(worst[at], ulps);
  }

  private static void assertBits(double actual, double expected) {
    if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
      throw new AssertionError(actual + " is not " + expected);
    }
  }

  private double[] trigonometricArguments() {
    return mixture(
        () -> random.nextDouble(-10, 10),
        () -> random.nextDouble(-1e5, 1e5),
        () -> random.nextDouble(-TRIGONOMETRIC_LIMIT, TRIGONOMETRIC_LIMIT),
        () -> magnitude(-28, 31),
        () -> nearMultiple(Math.PI / 2, 100),
        () -> nearMultiple(Math.PI / 2, 0x1p31 - 2),
        () -> nearMultiple(Math.PI / 2, 0x1p17 - 1),
        () -> nearMultiple(Math.PI / 4, 100));
  }

  private double[] exponentialArguments() {
    return mixture(
        () -> random.nextDouble(-1, 1),
        () -> random.nextDouble(-745, -708),
        () -> random.nextDouble(-708.3, 709.78),
        () -> magnitude(-60, 9),
        () -> nearMultiple(Math.log(2), 1021),
        () -> -magnitude(-60, 9),
        () -> random.nextDouble(708, 709.782));
  }

  private double[] logarithmicArguments() {
    return mixture(
        () -> random.nextDouble(0.5, 2),
        () -> random.nextDouble(0, 100),
        () -> magnitude(-1021, 971),
        () -> 1 + magnitude(-53, -2),
        () -> 1 - magnitude(-54, -2),
        // The nearest power of two changes here.
        () -> Math.scalb(1.5 + ulpsAway(), random.nextInt(-1021, 970)),
        () -> random.nextDouble(0.72, 0.78));
  }

  private double[] hyperbolicArguments() {
    return mixture(
        () -> random.nextDouble(-1, 1),
        () -> random.nextDouble(-20, 20),
        () -> magnitude(-27, 10),
        () -> random.nextDouble(-1000, 1000),
        () -> random.nextDouble(0.15, 0.6),
        () -> nearMultiple(Math.log(2) / 4, 80));
  }

  /** The same number of points of each kind. */
  private static double[] mixture(DoubleSupplier... kinds) {
    double[] points = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      points[i] = kinds[i % kinds.length].getAsDouble();
    }
    return points;
  }

  private double magnitude(int fromExponent, int toExponent) {
    return Math.scalb(random.nextDouble(1, 2), random.nextInt(fromExponent, toExponent));
  }

  private double ulpsAway() {
    return random.nextInt(-50, 51) * 0x1p-52;
  }

  private double nearMultiple(double of, double limit) {
    double count = Math.ceil(random.nextDouble(0, limit));
    double multiple = random.nextBoolean() ? count * of : -count * of;
    return multiple + random.nextInt(-3, 4) * Math.ulp(multiple);
  }
}

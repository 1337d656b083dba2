package org.separatrix.core.extended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedNumberTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal HALF_A_UNIT = BigDecimal.valueOf(Math.scalb(1 + 1e-8, -53));

  private static BigDecimal exact(ExtendedNumber number) {
    BigDecimal power = BigDecimal.valueOf(2).pow((int) number.exponent(), DIGITS);
    return new BigDecimal(number.significand()).multiply(power, DIGITS);
  }

  private static ExtendedNumber random(SplittableRandom random, int range) {
    double significand = random.nextDouble(1, 2) * (random.nextBoolean() ? 1 : -1);
    return new ExtendedNumber(significand, random.nextInt(-range, range));
  }

  /** Half a unit in the last place of the result. */
  private static void assertRounded(ExtendedNumber actual, BigDecimal expected) {
    BigDecimal error = exact(actual).subtract(expected, DIGITS).abs();
    assertThat(error).isLessThanOrEqualTo(expected.abs().multiply(HALF_A_UNIT, DIGITS));
  }

  /** Exponents of which no double knows. */
  @Test
  void operationsAreRoundedOnceWhereNoDoubleIs() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 1000; n++) {
      int range = n % 2 == 0 ? 9000 : 60;
      ExtendedNumber a = random(random, range);
      ExtendedNumber b = random(random, range);
      ExtendedNumber c = random(random, range);
      assertRounded(a.plus(b), exact(a).add(exact(b), DIGITS));
      assertRounded(a.minus(b), exact(a).subtract(exact(b), DIGITS));
      assertRounded(a.times(b), exact(a).multiply(exact(b), DIGITS));
      assertRounded(a.dividedBy(b), exact(a).divide(exact(b), DIGITS));
      BigDecimal product = new BigDecimal(exact(a).multiply(exact(b), DIGITS).toString());
      assertRounded(a.timesPlus(b, c), product.add(exact(c), DIGITS));
      ExtendedNumber magnitude = a.significand() < 0 ? a.negated() : a;
      assertRounded(magnitude.squareRoot(), exact(magnitude).sqrt(DIGITS));
      assertThat(a.compareMagnitude(b)).isEqualTo(exact(a).abs().compareTo(exact(b).abs()));
    }
  }

  /** Ties, cancellation and all: the bits of Java's operators. */
  @Test
  void operationsAreThoseOfDoublesWhereTheseReach() {
    SplittableRandom random = new SplittableRandom(2);
    for (int n = 0; n < 20_000; n++) {
      double[] x = new double[3];
      for (int i = 0; i < 3; i++) {
        // Few bits make ties frequent.
        double bits = n % 3 == 0 ? random.nextInt(-8, 9) : random.nextDouble(-1, 1);
        x[i] = Math.scalb(bits, random.nextInt(-n % 120 - 1, n % 120 + 1));
      }
      ExtendedNumber a = ExtendedNumber.of(x[0]);
      ExtendedNumber b = ExtendedNumber.of(x[1]);
      ExtendedNumber c = ExtendedNumber.of(x[2]);
      assertBits(a.plus(b), x[0] + x[1]);
      assertBits(a.minus(b), x[0] - x[1]);
      assertBits(a.times(b), x[0] * x[1]);
      assertBits(a.dividedBy(b), x[0] / x[1]);
      assertBits(a.timesPlus(b, c), Math.fma(x[0], x[1], x[2]));
      assertBits(a.squareRoot(), Math.sqrt(x[0]));
    }
  }

  private static void assertBits(ExtendedNumber actual, double expected) {
    assertThat(actual.toDouble()).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -3e-310,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN
      })
  void everyDoubleIsKept(double value) {
    assertBits(ExtendedNumber.of(value), value);
  }

  @Test
  void specialNumbersFollowTheirRules() {
    ExtendedNumber infinite = ExtendedNumber.of(Double.POSITIVE_INFINITY);
    ExtendedNumber huge = new ExtendedNumber(1.5, 1L << 40);
    assertThat(huge.plus(infinite)).isEqualTo(infinite);
    assertThat(infinite.minus(infinite).significand()).isNaN();
    assertThat(huge.times(ExtendedNumber.ZERO)).isEqualTo(ExtendedNumber.ZERO);
    assertThat(ExtendedNumber.ZERO.timesPlus(huge, huge)).isEqualTo(huge);
    assertThat(huge.timesPlus(huge, ExtendedNumber.ZERO)).isEqualTo(huge.times(huge));
    assertThat(ExtendedNumber.ONE.dividedBy(ExtendedNumber.ZERO)).isEqualTo(infinite);
    assertThat(huge.dividedBy(huge)).isEqualTo(ExtendedNumber.ONE);
    assertThat(huge.toDouble()).isInfinite();
    assertThat(new ExtendedNumber(1.5, -(1L << 40)).toDouble()).isZero();
  }

  @Test
  void whatDoublesLoseIsKnown() {
    assertThat(ExtendedNumber.of(0x1p-1022).isBelowDoubles()).isFalse();
    assertThat(ExtendedNumber.of(0x1p-1023).isBelowDoubles()).isTrue();
    assertThat(ExtendedNumber.ZERO.isBelowDoubles()).isFalse();
    assertThat(new ExtendedNumber(1, -5000).logarithm())
        .isCloseTo(-5000 * Math.log(2), within(1e-11));
  }

  @Test
  void significandsAreNormalized() {
    assertThatThrownBy(() -> new ExtendedNumber(2, 0))
        .hasMessage("significand 2.0 with exponent 0 is not normalized");
    assertThatThrownBy(() -> new ExtendedNumber(0, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}

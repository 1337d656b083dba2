package org.separatrix.core.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.core.interval.Interval;

class RoundedNumberTest {
  private static final RoundedNumber WRONG =
      new RoundedNumber(new Interval(2, 3), new Interval(-0.25, 0.5));

  /** What is no number must not become one: 0/0, 0 times an unknown, roots of a negative number. */
  @Test
  void whatMayBeUndefinedStaysUnknown() {
    RoundedNumber zero = RoundedNumber.exact(Interval.ZERO);
    RoundedNumber around = RoundedNumber.exact(new Interval(-1, 1));
    RoundedNumber unknown = RoundedNumber.exact(Interval.ONE).dividedBy(around);

    assertUnknown(unknown);
    assertUnknown(zero.dividedBy(RoundedNumber.exact(new Interval(0, 1))));
    assertUnknown(unknown.times(zero));
    assertUnknown(unknown.times(zero).rounded(0.5).plus(zero));
    assertUnknown(around.squareRoot());
    assertUnknown(around.log());
    assertUnknown(around.power(0.5));
    assertUnknown(around.power(-1));
    assertUnknown(RoundedNumber.exact(new Interval(0, 1000)).exp());
    assertUnknown(RoundedNumber.constant(Double.NaN));
    assertThat(around.power(3).error()).isEqualTo(Interval.ZERO);
    assertThat(around.squared().value()).isEqualTo(new Interval(0, 1));
  }

  private static void assertUnknown(RoundedNumber number) {
    assertThat(number.error().magnitude()).isInfinite();
  }

  /** Operands x' and y' are off by what WRONG allows; results are off by what the bound allows. */
  @Test
  void errorsAreCarriedOn() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      double computed = 2.25 + 0.5 * random.nextDouble();
      double exact = computed - (0.2 * random.nextDouble() - 0.1);
      double other = 2.25 + 0.5 * random.nextDouble();
      double otherExact = other - (0.2 * random.nextDouble() - 0.1);

      assertCarries(WRONG.times(WRONG), computed * other - exact * otherExact);
      assertCarries(WRONG.dividedBy(WRONG), computed / other - exact / otherExact);
      assertCarries(WRONG.plus(WRONG.negated()), computed - other - exact + otherExact);
      assertCarries(WRONG.squared(), computed * computed - exact * exact);
      assertCarries(WRONG.squareRoot(), Math.sqrt(computed) - Math.sqrt(exact));
      assertCarries(WRONG.power(2.5), Math.pow(computed, 2.5) - Math.pow(exact, 2.5));
      assertCarries(WRONG.sin(), Math.sin(computed) - Math.sin(exact));
      assertCarries(WRONG.cos(), Math.cos(computed) - Math.cos(exact));
      assertCarries(WRONG.tan(), Math.tan(computed) - Math.tan(exact));
      assertCarries(WRONG.exp(), Math.exp(computed) - Math.exp(exact));
      assertCarries(WRONG.log(), Math.log(computed) - Math.log(exact));
      assertCarries(WRONG.tanh(), Math.tanh(computed) - Math.tanh(exact));
    }
    assertThat(WRONG.exp().error().magnitude()).isLessThan(0.5 * Math.exp(3) + 1e-9);
  }

  private static void assertCarries(RoundedNumber result, double error) {
    assertThat(result.error().inflated(1e-14).contains(error)).isTrue();
  }

  /** Half a unit in the last place is what a product may be wrong by, and nearly is. */
  @Test
  void roundingIsHalfAUnit() {
    SplittableRandom random = new SplittableRandom(12);
    RoundedNumber product =
        RoundedNumber.exact(new Interval(1, 2)).times(RoundedNumber.exact(new Interval(1, 2)));
    double bound = product.rounded(0.5).error().magnitude();
    double worst = 0;
    for (int i = 0; i < 20_000; i++) {
      double a = 1 + random.nextDouble();
      double b = 1 + random.nextDouble();
      BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b));
      double error = exact.subtract(new BigDecimal(a * b)).abs().doubleValue();
      worst = Math.max(worst, error);
    }
    assertThat(worst).isLessThanOrEqualTo(bound).isGreaterThan(bound / 3);
    RoundedNumber tiny = RoundedNumber.exact(new Interval(0, Double.MIN_VALUE)).rounded(0.5);
    assertThat(tiny.error().magnitude()).isEqualTo(Double.MIN_VALUE);
  }
}

package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Sums, products, quotients and roots of numbers against exact decimal arithmetic. */
class ArithmeticTest {
  private static final int SAMPLES = 20_000;

  /** From here on bounds are neighbours at most. */
  private static final double TIGHT_FROM = 0x1p-960;

  private final RandomIntervals random = new RandomIntervals(1);

  @Test
  void exactResultsAreNotWidened() {
    assertThat(new Interval(1, 2).plus(new Interval(3, 4))).isEqualTo(new Interval(4, 6));
    assertThat(new Interval(1, 2).minus(new Interval(3, 4))).isEqualTo(new Interval(-3, -1));
    assertThat(new Interval(-1, 2).times(new Interval(3, 4))).isEqualTo(new Interval(-4, 8));
    assertThat(new Interval(1, 3).dividedBy(new Interval(2, 4))).isEqualTo(new Interval(0.25, 1.5));
    assertThat(new Interval(4, 9).sqrt()).isEqualTo(new Interval(2, 3));
    assertThat(new Interval(-3, 2).squared()).isEqualTo(new Interval(0, 9));
    assertThat(new Interval(-3, 2).power(3)).isEqualTo(new Interval(-27, 8));
    assertThat(new Interval(-2, 3).power(10)).isEqualTo(new Interval(0, 59049));
    assertThat(new Interval(2, 4).power(-2)).isEqualTo(new Interval(0.0625, 0.25));
    assertThat(new Interval(-2, 3).times(-0.5)).isEqualTo(new Interval(-1.5, 1));
    double tiny = Double.MIN_VALUE;
    assertThat(Interval.point(tiny).plus(Interval.point(tiny))).isEqualTo(Interval.point(2 * tiny));
  }

  @Test
  void oneTenthPlusTwoTenthsLiesBetweenNeighbours() {
    Interval sum = Interval.point(0.1).plus(Interval.point(0.2));
    BigDecimal exact = exact(0.1).add(exact(0.2));

    assertThat(contains(sum, exact)).isTrue();
    assertThat(sum.high()).isEqualTo(Math.nextUp(sum.low()));
    assertThat(sum.high()).isEqualTo(0.1 + 0.2);
    assertThat(sum.width()).isEqualTo(Math.ulp(sum.low()));
  }

  @Test
  void sumsAreTight() {
    for (int i = 0; i < SAMPLES; i++) {
      double a = nasty(i);
      double b = nasty(i / 2);
      BigDecimal exact = new BigDecimal(a).add(new BigDecimal(b));
      checkTight(Interval.point(a).plus(Interval.point(b)), exact, 0);
      assertThat(Interval.point(a).minus(Interval.point(-b)))
          .isEqualTo(Interval.point(a).plus(Interval.point(b)));
    }
  }

  @Test
  void productsAreTight() {
    for (int i = 0; i < SAMPLES; i++) {
      double a = nasty(i);
      double b = nasty(i / 2);
      BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b));
      checkTight(Interval.point(a).times(Interval.point(b)), exact, TIGHT_FROM);
      assertThat(Interval.point(a).times(b)).isEqualTo(Interval.point(a).times(Interval.point(b)));
    }
  }

  @Test
  void quotientsAreTight() {
    for (int i = 0; i < SAMPLES; i++) {
      double a = nasty(i);
      double b = nasty(i / 2);
      if (b == 0) {
        continue;
      }
      Interval quotient = Interval.point(a).dividedBy(Interval.point(b));
      // low <= a/b <= high, multiplied by b.
      BigDecimal low = timesBound(quotient.low(), b);
      BigDecimal high = timesBound(quotient.high(), b);
      BigDecimal dividend = new BigDecimal(a);
      int sign = b > 0 ? 1 : -1;
      assertThat(Double.isInfinite(quotient.low()) || dividend.compareTo(low) * sign >= 0)
          .as("%s / %s >= %s", a, b, quotient.low())
          .isTrue();
      assertThat(Double.isInfinite(quotient.high()) || dividend.compareTo(high) * sign <= 0)
          .as("%s / %s <= %s", a, b, quotient.high())
          .isTrue();
      boolean tiny = Math.abs(a) < TIGHT_FROM;
      assertThat(quotient.high()).isLessThanOrEqualTo(stepsUp(quotient.low(), tiny ? 2 : 1));
      if (!tiny && quotient.isBounded() && dividend.compareTo(low) == 0) {
        assertThat(quotient.isPoint()).as("%s / %s", a, b).isTrue();
      }
    }
  }

  @Test
  void rootsAreTight() {
    for (int i = 0; i < SAMPLES; i++) {
      double a = Math.abs(nasty(i));
      Interval root = Interval.point(a).sqrt();
      BigDecimal low = new BigDecimal(root.low());
      BigDecimal high = new BigDecimal(root.high());
      BigDecimal radicand = new BigDecimal(a);
      assertThat(low.multiply(low)).as("root of %s", a).isLessThanOrEqualTo(radicand);
      assertThat(high.multiply(high)).as("root of %s", a).isGreaterThanOrEqualTo(radicand);
      boolean tiny = a < TIGHT_FROM;
      assertThat(root.high()).isLessThanOrEqualTo(stepsUp(root.low(), tiny ? 2 : 1));
      if (!tiny && low.multiply(low).compareTo(radicand) == 0) {
        assertThat(root.isPoint()).as("root of %s", a).isTrue();
      }
    }
  }

  @Test
  void integerPowersContainTheExactOnes() {
    for (int i = 0; i < SAMPLES; i++) {
      double a = random.number();
      int n = 1 + random.nextInt(12);
      Interval power = Interval.point(a).power(n);
      BigDecimal exact = new BigDecimal(a).pow(n);
      assertThat(contains(power, exact)).as("%s^%d in %s", a, n, power).isTrue();
      if (Math.abs(a) > 1e-20 && Math.abs(a) < 1e20) {
        assertThat(power.high()).isLessThanOrEqualTo(stepsUp(power.low(), 5));
        Interval reciprocal = Interval.point(a).power(-n);
        assertThat(reciprocal.times(power).contains(1)).isTrue();
      }
    }
  }

  /** A containment test that always passes would prove nothing. */
  @Test
  void anEnclosureShrunkByOneStepMissesTheExactResult() {
    int caught = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double a = random.number();
      double b = random.number();
      BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b));
      Interval product = Interval.point(a).times(Interval.point(b));
      if (!product.isPoint() && product.isBounded() && product.mignitude() > TIGHT_FROM) {
        Interval above = new Interval(Math.nextUp(product.low()), product.high());
        Interval below = new Interval(product.low(), Math.nextDown(product.high()));
        assertThat(contains(above, exact) || contains(below, exact)).as("%s %s", a, b).isFalse();
        caught++;
      }
    }
    assertThat(caught).isGreaterThan(SAMPLES / 4);
  }

  private double nasty(int i) {
    return switch (i % 4) {
      case 0 -> random.anyBits();
      case 1 -> i % 8 == 1 ? random.subnormal() : random.nearOverflow();
      default -> random.number();
    };
  }

  private static void checkTight(Interval result, BigDecimal exact, double tightFrom) {
    assertThat(contains(result, exact)).as("%s in %s", exact, result).isTrue();
    boolean tiny = exact.abs().compareTo(new BigDecimal(tightFrom)) < 0;
    // There the error of a sum may overflow.
    boolean huge = exact.abs().compareTo(exact(0x1p1022)) > 0;
    if (tiny || huge) {
      assertThat(result.high()).isLessThanOrEqualTo(stepsUp(result.low(), 2));
    } else if (result.isPoint()) {
      assertThat(new BigDecimal(result.low())).isEqualByComparingTo(exact);
    } else {
      assertThat(result.high()).isEqualTo(Math.nextUp(result.low()));
      assertThat(Double.isInfinite(result.low()) || !isEqual(result.low(), exact)).isTrue();
      assertThat(Double.isInfinite(result.high()) || !isEqual(result.high(), exact)).isTrue();
    }
  }

  private static BigDecimal exact(double number) {
    return new BigDecimal(number);
  }

  private static boolean isEqual(double bound, BigDecimal exact) {
    return new BigDecimal(bound).compareTo(exact) == 0;
  }

  private static BigDecimal timesBound(double bound, double factor) {
    return Double.isInfinite(bound)
        ? BigDecimal.ZERO
        : new BigDecimal(bound).multiply(new BigDecimal(factor));
  }

  private static double stepsUp(double number, int steps) {
    return DirectedRounding.stepsUp(number, steps);
  }

  static boolean contains(Interval interval, BigDecimal number) {
    return (Double.isInfinite(interval.low())
            || new BigDecimal(interval.low()).compareTo(number) <= 0)
        && (Double.isInfinite(interval.high())
            || new BigDecimal(interval.high()).compareTo(number) >= 0);
  }
}

package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.interval.ReferenceFunctions.SineAndCosine;

/** Elementary functions of numbers against 60-digit values, and of wide intervals. */
class ElementaryFunctionsTest {
  private static final int SAMPLES = 20_000;

  /** The double closest to a multiple of pi/2, relative to its size. */
  private static final double CLOSEST_TO_POLE = 6381956970095103.0 * 0x1p797;

  private final RandomIntervals random = new RandomIntervals(2);

  @Test
  void theReferenceHasPublishedDigits() {
    assertThat(ReferenceFunctions.exp(BigDecimal.ONE).toString())
        .startsWith("2.71828182845904523536028747135266249775724709369995957496696");
    assertThat(ReferenceFunctions.log(BigDecimal.TEN).toString())
        .startsWith("2.30258509299404568401799145468436420760110148862877297603332");
    assertThat(ReferenceFunctions.PI.toString())
        .startsWith("3.14159265358979323846264338327950288419716939937510582097494");
    SineAndCosine one = ReferenceFunctions.sineAndCosine(BigDecimal.ONE);
    assertThat(one.sin().toString())
        .startsWith("0.84147098480789650665250232163029899962256306079837106567275");
    assertThat(one.cos().toString())
        .startsWith("0.54030230586813971740093660744297660373231042061792222767009");
    assertThat(ReferenceFunctions.tanh(BigDecimal.ONE).toString())
        .startsWith("0.76159415595576488811945828260479359041276859725793655159681");
    assertThat(ReferenceFunctions.sineAndCosine(new BigDecimal(CLOSEST_TO_POLE)).cos().toString())
        .startsWith("-4.68716592425462761112");
  }

  @Test
  void exponentials() {
    for (int i = 0; i < SAMPLES; i++) {
      double x = i % 2 == 0 ? (random.nextDouble() - 0.5) * 1480 : clamp(argument(i), 760);
      BigDecimal exact = ReferenceFunctions.exp(new BigDecimal(x));
      check("exp", x, Interval.point(x).exp(), exact, 4);
    }
  }

  @Test
  void logarithms() {
    for (int i = 0; i < SAMPLES; i++) {
      double x = i % 2 == 0 ? Math.abs(argument(i)) : 1 + (random.nextDouble() - 0.5) / (1 + i);
      if (x > 0) {
        BigDecimal exact = ReferenceFunctions.log(new BigDecimal(x));
        check("log", x, Interval.point(x).log(), exact, 4);
      }
    }
  }

  @Test
  void sinesCosinesAndTangents() {
    for (int i = 0; i < SAMPLES; i++) {
      checkTrigonometry(argument(i));
    }
    checkTrigonometry(CLOSEST_TO_POLE);
    checkTrigonometry(-CLOSEST_TO_POLE);
    checkTrigonometry(Double.MAX_VALUE);
  }

  private static void checkTrigonometry(double x) {
    SineAndCosine exact = ReferenceFunctions.sineAndCosine(new BigDecimal(x));
    Interval point = Interval.point(x);
    check("sin", x, point.sin(), exact.sin(), 4);
    check("cos", x, point.cos(), exact.cos(), 4);
    BigDecimal tangent = exact.sin().divide(exact.cos(), new java.math.MathContext(60));
    check("tan", x, point.tan(), tangent, 4);
  }

  @Test
  void hyperbolicTangents() {
    for (int i = 0; i < SAMPLES; i++) {
      double x = i % 2 == 0 ? (random.nextDouble() - 0.5) * 50 : argument(i);
      check("tanh", x, Interval.point(x).tanh(), ReferenceFunctions.tanh(new BigDecimal(x)), 10);
    }
  }

  @Test
  void realPowers() {
    for (int i = 0; i < SAMPLES / 4; i++) {
      double x = Math.abs(random.number());
      double c = (random.nextDouble() - 0.5) * 6;
      if (x > 0) {
        BigDecimal exponent = new BigDecimal(c).multiply(ReferenceFunctions.log(new BigDecimal(x)));
        BigDecimal exact = ReferenceFunctions.exp(exponent);
        check("power " + c, x, Interval.point(x).power(c), exact, 4);
      }
    }
  }

  /** What the error of the function makes necessary: the steps are not all for nothing. */
  @Test
  void theUnwidenedFunctionMissesTheTruth() {
    int misses = 0;
    for (int i = 0; i < 1000; i++) {
      double x = random.nextDouble();
      double sine = StrictMath.sin(x);
      BigDecimal exact = ReferenceFunctions.sineAndCosine(new BigDecimal(x)).sin();
      misses += ArithmeticTest.contains(Interval.point(sine), exact) ? 0 : 1;
    }
    assertThat(misses).isEqualTo(1000);
  }

  /** Wide intervals: extrema and poles, at any distance from 0. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -7, 1e3, -1e6, 12345678, 1e15, -3e17})
  void rangesOfSineCosineAndTangent(double offset) {
    for (int i = 0; i < 1000; i++) {
      double low = offset + random.nextDouble() * 7;
      double high = low + random.nextDouble() * 7;
      Interval x = new Interval(low, high);
      Interval sines = Interval.EMPTY;
      Interval cosines = Interval.EMPTY;
      boolean pole = false;
      double before = Double.NaN;
      int steps = 100;
      for (int k = 0; k <= steps; k++) {
        double point = Math.min(high, low + (high - low) * k / steps);
        sines = sines.hull(Interval.point(StrictMath.sin(point)));
        cosines = cosines.hull(Interval.point(StrictMath.cos(point)));
        pole |= StrictMath.tan(point) < before;
        before = StrictMath.tan(point);
      }
      assertThat(x.sin().contains(sines)).isTrue();
      assertThat(x.cos().contains(cosines)).isTrue();
      assertThat(x.tan().equals(Interval.ENTIRE)).isEqualTo(pole || high - low > 6.2);
      // Sampled at this distance an extremum is missed by less than 3e-3.
      if (Math.ulp(offset) < 1e-3) {
        assertThat(sines.inflated(5e-3).contains(x.sin())).as("sin %s", x).isTrue();
        assertThat(cosines.inflated(5e-3).contains(x.cos())).as("cos %s", x).isTrue();
      }
    }
  }

  @Test
  void domainsAreClipped() {
    assertThat(new Interval(-1, 4).sqrt()).isEqualTo(new Interval(0, 2));
    assertThat(new Interval(-2, -1).sqrt()).isEqualTo(Interval.EMPTY);
    assertThat(new Interval(-1, 1).log()).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, 0));
    assertThat(new Interval(-1, 0).log()).isEqualTo(Interval.EMPTY);
    assertThat(Interval.ENTIRE.exp()).isEqualTo(Interval.NON_NEGATIVE);
    assertThat(Interval.ENTIRE.tanh()).isEqualTo(new Interval(-1, 1));
    assertThat(Interval.ENTIRE.sin()).isEqualTo(new Interval(-1, 1));
    assertThat(new Interval(-4, 1).power(1.5)).isEqualTo(new Interval(0, 1));
    assertThat(new Interval(-4, 0).power(-1.5)).isEqualTo(Interval.EMPTY);
    assertThat(Interval.ZERO.exp()).isEqualTo(Interval.ONE);
    assertThat(Interval.ONE.log()).isEqualTo(Interval.ZERO);
    assertThat(Interval.ZERO.sin()).isEqualTo(Interval.ZERO);
    assertThat(Interval.ZERO.cos()).isEqualTo(Interval.ONE);
    assertThat(new Interval(800, 900).exp().high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new Interval(-900, -800).exp().low()).isZero();
  }

  private double argument(int i) {
    return switch (i % 5) {
      case 0 -> random.nearMultipleOfHalfPi();
      case 1 -> random.subnormal();
      case 2 -> i % 3 == 0 ? random.nearOverflow() : random.anyBits();
      default -> random.number();
    };
  }

  private static double clamp(double x, double bound) {
    return Math.max(-bound, Math.min(bound, x));
  }

  private static void check(
      String name, double x, Interval enclosure, BigDecimal exact, int steps) {
    if (!ArithmeticTest.contains(enclosure, exact)
        || enclosure.high() > DirectedRounding.stepsUp(enclosure.low(), steps)) {
      throw new AssertionError("%s %s = %s, not in %s".formatted(name, x, exact, enclosure));
    }
  }
}

package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Accuracy and range of powers on lanes, and their loops against one value at a time. */
class PowerLanesTest {
  private static final int POINTS = 100_000;
  private static final double LARGEST_LOGARITHM = 709.7;
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    -2.5,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    0x1p971,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };
  private static final double[] EXPONENTS = {1.7, 0.3, 100.25, 71, 72, 1e-9, 1e300};

  private final SplittableRandom random = new SplittableRandom(20_261_126);

  @Test
  void powersAreAccurate() {
    DoubleSupplier[] bases = {
      () -> random.nextDouble(0.01, 10),
      () -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-1021, 971)),
      () -> 1 + Math.scalb(random.nextDouble(-1, 1), -random.nextInt(1, 50)),
      // The nearest power of two changes here.
      () -> Math.scalb(1.5 + random.nextInt(-50, 51) * 0x1p-52, random.nextInt(-3, 4))
    };
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = bases[i % bases.length].getAsDouble();
      double largest = Math.min(LARGEST_LOGARITHM / Math.abs(Math.log(x)), 0x1p60);
      double k = random.nextDouble(-1, 1) * (i % 3 == 0 ? Math.min(5, largest) : largest);
      double power = PowerLanes.power(x, k);
      if (power >= Double.MIN_NORMAL) {
        worst = Math.max(worst, FixedPoint.ulpsOfPower(power, x, k));
      }
    }
    assertThat(worst).isBetween(0.5, 2.5);
  }

  /** The naive way, with the logarithm rounded, is far off: the rest of the logarithm matters. */
  @Test
  void withARoundedLogarithmLargePowersWouldBeWrong() {
    double naive = ElementaryLanes.exp(300.5 * ElementaryLanes.log(9.7));
    assertThat(FixedPoint.ulpsOfPower(naive, 9.7, 300.5)).isGreaterThan(20);
    double power = PowerLanes.power(9.7, 300.5);
    assertThat(FixedPoint.ulpsOfPower(power, 9.7, 300.5)).isLessThan(2.5);
  }

  @Test
  void outsideOfTheirRangeTheyAreNoNumbers() {
    for (double x : SPECIAL) {
      if (x != 1 && x != 0x1p971) {
        assertThat(PowerLanes.power(x, 1.7)).as("%s", x).isNaN();
      }
    }
    assertThat(PowerLanes.power(1, 1.7)).isEqualTo(1);
    assertThat(PowerLanes.power(10, 1e300)).isNaN();
    assertThat(PowerLanes.power(0x1p971, 1.7)).isInfinite();
  }

  @Test
  void whatTheLanesCannotDoIsDoneCarefully() {
    for (double x : SPECIAL) {
      for (double k : EXPONENTS) {
        double strict = StrictMath.pow(x, k);
        double value = PowerKernel.apply(x, k);
        if (Double.isNaN(PowerLanes.power(x, k)) || Double.isInfinite(strict)) {
          assertThat(Double.valueOf(value)).isEqualTo(Double.valueOf(strict));
        } else {
          assertThat(Math.abs(value - strict)).isLessThanOrEqualTo(3 * Math.ulp(strict));
        }
      }
    }
  }

  @Test
  void loopsFindTheBitsOfSingleValues() {
    for (int lanes : new int[] {0, 1, 7, 8, 17, 255, 256, 257, 1000}) {
      for (double k : EXPONENTS) {
        double[] in = new double[lanes + 3];
        Arrays.setAll(in, i -> random.nextDouble(0, 10));
        for (int i = 0; i < in.length; i += 5) {
          in[i] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        double[] expected = new double[in.length];
        for (int i = 0; i < lanes; i++) {
          expected[i] = PowerKernel.apply(in[i], k);
        }
        double[] out = new double[in.length];
        PowerKernel.apply(in, k, out, lanes);
        assertThat(out).isEqualTo(expected);
        double[] inPlace = in.clone();
        PowerKernel.apply(inPlace, k, inPlace, lanes);
        System.arraycopy(in, lanes, expected, lanes, in.length - lanes);
        assertThat(inPlace).isEqualTo(expected);
      }
    }
  }
}

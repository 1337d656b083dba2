package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loops over lanes against one value at a time. */
class ElementaryKernelsTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    1e5,
    1e10,
    -1e22,
    750,
    -750,
    1500
  };

  @ParameterizedTest
  @EnumSource(ElementaryFunction.class)
  void loopsFindTheBitsOfSingleValues(ElementaryFunction function) {
    SplittableRandom random = new SplittableRandom(7);
    for (int lanes : new int[] {0, 1, 2, 7, 8, 17, 100, 1000}) {
      for (int repetition = 0; repetition < 100; repetition++) {
        double[] in = new double[lanes + 3];
        for (int i = 0; i < in.length; i++) {
          in[i] = argument(random, repetition % 2 == 0);
        }
        assertSame(function, in, lanes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ElementaryFunction.class)
  void whatTheLanesCannotDoIsDoneCarefully(ElementaryFunction function) {
    for (double x : SPECIAL) {
      double value = function.apply(x);
      double strict = function.careful(x);
      if (Double.isNaN(function.fast(x)) || Double.isInfinite(strict) || strict == 0) {
        assertThat(Double.valueOf(value)).isEqualTo(Double.valueOf(strict));
      } else {
        assertThat(Math.abs(value - strict)).isLessThanOrEqualTo(3 * Math.ulp(strict));
      }
    }
  }

  private static double argument(SplittableRandom random, boolean special) {
    if (special && random.nextInt(10) == 0) {
      return SPECIAL[random.nextInt(SPECIAL.length)];
    }
    return random.nextDouble(-10, 10);
  }

  private static void assertSame(ElementaryFunction function, double[] in, int lanes) {
    double[] expected = new double[in.length];
    for (int i = 0; i < lanes; i++) {
      expected[i] = function.apply(in[i]);
    }
    double[] out = new double[in.length];
    ElementaryKernels.apply(function, in, out, lanes);
    assertThat(out).isEqualTo(expected);
    double[] inPlace = Arrays.copyOf(in, in.length);
    ElementaryKernels.apply(function, inPlace, inPlace, lanes);
    System.arraycopy(in, lanes, expected, lanes, in.length - lanes);
    assertThat(inPlace).isEqualTo(expected);
  }
}

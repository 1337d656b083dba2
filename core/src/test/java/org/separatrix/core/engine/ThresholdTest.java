package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sum that is below a bound counts 1, any other 0, as far as its rounding tells. */
class ThresholdTest {
  private static final double CLOSE = 1e-14;

  @ParameterizedTest
  @ValueSource(
      doubles = {1e-280, 1e-20, 0.75, 1, 0x1.fffffffffffffp0, 2, 3, 1e16, 1e290, 0x1p-60, 0x1p900})
  void tellsBelowFromAbove(double bound) {
    Threshold threshold = Threshold.at(bound);
    for (double below : new double[] {0, 1e-300, bound / 1e9, bound / 2, bound * (1 - CLOSE)}) {
      assertThat(isBelow(threshold, below)).as("%s below %s", below, bound).isEqualTo(1);
    }
    for (double above : new double[] {bound * (1 + CLOSE), bound * 2, bound * 3, bound * 1e9}) {
      assertThat(isBelow(threshold, above)).as("%s above %s", above, bound).isZero();
    }
    assertThat(isBelow(threshold, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(isBelow(threshold, Double.NaN)).isNaN();
  }

  @Test
  void nothingIsBelowZero() {
    assertThat(isBelow(Threshold.at(0), 0)).isZero();
    assertThat(isBelow(Threshold.at(0), 1)).isZero();
  }

  private static double isBelow(Threshold threshold, double number) {
    double sum = threshold.lack() + number;
    return ((sum + threshold.half()) - sum) * threshold.perGap();
  }
}

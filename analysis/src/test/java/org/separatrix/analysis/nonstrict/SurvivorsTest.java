package org.separatrix.analysis.nonstrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;

class SurvivorsTest {
  /** The test of a share is the exact two-sided binomial one. */
  @Test
  void pValuesAreThoseOfTheBinomialDistribution() {
    // P(X <= 2) for 10 trials at 1/2 is 56/1024.
    assertThat(Survivors.pValue(2, 10, 0.5, 0.5)).isCloseTo(112.0 / 1024, within(1e-12));
    assertThat(Survivors.pValue(8, 10, 0.5, 0.5)).isCloseTo(112.0 / 1024, within(1e-12));
    assertThat(Survivors.pValue(2, 10, 0.1, 0.3)).isEqualTo(1);
    assertThat(Survivors.pValue(8, 10, 0.1, 0.3))
        .isCloseTo(2 * Beta.regularizedBeta(0.3, 8.0, 3.0), within(1e-15));
  }
}

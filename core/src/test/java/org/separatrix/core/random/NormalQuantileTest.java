package org.separatrix.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
  /** Roots of erfc(-z / sqrt 2) / 2 = p, found with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "-0.49999999999999994, -8.292361075813595",
    "-0.4999999999990905, -7.047700256664409",
    "-0.4999999999854481, -6.651035379893011",
    "-0.4999999990686774, -6.009353565530744",
    "-0.4990234375, -3.0972690781987846",
    "-0.4296875, -1.4734675779471014",
    "-0.421875, -1.4177971379962673",
    "-0.375, -1.150349380376008",
    "-0.125, -0.31863936396437514",
    "-5.551115123125783e-17, -1.3914582123358836e-16"
  })
  void agreesWithHighPrecision(double q, double quantile) {
    assertThat(NormalQuantile.of(q)).isCloseTo(quantile, within(4e-16 * Math.abs(quantile)));
    assertThat(NormalQuantile.of(-q)).isEqualTo(-NormalQuantile.of(q));
  }

  @Test
  void isTheInverseOfTheDistributionFunction() {
    for (int i = 1; i < 4000; i++) {
      double p = i / 8000.0;
      double z = NormalQuantile.of(p - 0.5);
      assertThat(Erf.erfc(-z / Math.sqrt(2)) / 2).isCloseTo(p, within(1e-12 * p));
    }
  }

  @Test
  void increasesAcrossTheSeams() {
    double[] seams = {0.425, 0.5 - Math.exp(-25)};
    for (double seam : seams) {
      double q = seam - 1000 * Math.ulp(seam);
      double previous = NormalQuantile.of(q - Math.ulp(seam));
      for (int i = 0; i < 2000; i++) {
        double quantile = NormalQuantile.of(q);
        assertThat(quantile).isGreaterThanOrEqualTo(previous - 1e-15);
        previous = quantile;
        q += Math.ulp(seam);
      }
    }
  }

  @Test
  void isZeroAtZero() {
    assertThat(NormalQuantile.of(0)).isZero();
  }
}

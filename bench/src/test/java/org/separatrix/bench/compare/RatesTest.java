package org.separatrix.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
  @Test
  void ratiosAreTakenRoundByRound() {
    Rates ours = rates(8, 4, 12);
    Rates theirs = rates(2, 1, 4);

    assertThat(ours.median()).isEqualTo(8);
    assertThat(ours.medianRatioTo(theirs)).isEqualTo(4);
    assertThat(ours.text()).isEqualTo("8.00 (4.00..12.0)");
  }

  @Test
  void smallNumbersKeepThreeDigits() {
    assertThat(Rates.digits(0.012345)).isEqualTo("0.0123");
    assertThat(Rates.digits(123.4)).isEqualTo("123");
  }

  private static Rates rates(double... values) {
    Rates rates = new Rates();
    for (double value : values) {
      rates.add(value);
    }
    return rates;
  }
}

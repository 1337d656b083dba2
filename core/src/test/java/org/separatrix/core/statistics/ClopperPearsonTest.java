package org.separatrix.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  @Test
  void zeroHitsInAMillionRunsBoundTheProbabilityByThreeMillionths() {
    assertThat(ClopperPearson.upper(0, 1_000_000, 0.95)).isCloseTo(2.9957e-6, within(5e-11));
  }

  /** The defining property: at the bound, what was seen or less has the probability 1 - c. */
  @ParameterizedTest
  @CsvSource({"1, 10", "3, 20", "50, 100", "5, 100000", "50012, 100000", "99998, 100000"})
  void atTheUpperBoundTheBinomialTailIsTheError(long successes, int trials) {
    double bound = ClopperPearson.upper(successes, trials, 0.975);

    double tail = new BinomialDistribution(trials, bound).cumulativeProbability((int) successes);

    assertThat(tail).isCloseTo(0.025, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 20", "50, 100", "50012, 100000"})
  void atTheLowerBoundTheOtherTailIsTheError(long successes, int trials) {
    double bound = ClopperPearson.lower(successes, trials, 0.975);

    double tail =
        1 - new BinomialDistribution(trials, bound).cumulativeProbability((int) successes - 1);

    assertThat(tail).isCloseTo(0.025, within(1e-9));
  }

  @Test
  void extremesReachZeroAndOne() {
    assertThat(ClopperPearson.lower(0, 10, 0.95)).isZero();
    assertThat(ClopperPearson.upper(10, 10, 0.95)).isOne();
    assertThat(ClopperPearson.interval(0, 10, 0.95).contains(0.4)).isFalse();
    assertThat(ClopperPearson.interval(0, 10, 0.95).contains(0.3)).isTrue();
  }

  @Test
  void refusesWhatIsNotAnObservation() {
    assertThatThrownBy(() -> ClopperPearson.upper(3, 2, 0.95))
        .hasMessage("3 successes in 2 trials");
    assertThatThrownBy(() -> ClopperPearson.upper(0, 2, 95))
        .hasMessage("confidence is 95.0: it must lie between 0 and 1");
  }
}

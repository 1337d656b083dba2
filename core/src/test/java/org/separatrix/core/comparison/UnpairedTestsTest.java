package org.separatrix.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.core.random.RandomStreams;

class UnpairedTestsTest {
  /** Fisher's tea: 3 of 4 cups against 1 of 4; tables 16/70 on both sides and 1/70 at the ends. */
  @Test
  void fishersTea() {
    UnpairedOutcomes tea = new UnpairedOutcomes(3, 4, 1, 4);

    assertThat(tea.pValue()).isCloseTo(34.0 / 70, within(1e-12));
    assertThat(tea.difference()).isEqualTo(0.5);
    assertThat(new UnpairedOutcomes(4, 4, 0, 4).pValue()).isCloseTo(2.0 / 70, within(1e-12));
    assertThat(new UnpairedOutcomes(4, 4, 9, 9).pValue()).isEqualTo(1);
  }

  /** All three below all four: 2 of the 35 choices are as extreme. */
  @Test
  void rankSumsOfAWorkedExample() {
    UnpairedEfforts test = UnpairedEfforts.of(new double[] {1, 2, 3}, new double[] {4, 5, 6, 7});

    assertThat(test.above()).isZero();
    assertThat(test.pValue()).isCloseTo(2.0 / 35, within(1e-12));
    assertThat(test.rankBiserialCorrelation()).isEqualTo(-1);
  }

  /** Ranks 1, 2.5 of 1, 2.5, 2.5, 4: the sums 3.5, 3.5, 5, 5, 6.5, 6.5 are equally probable. */
  @Test
  void equalEffortsShareTheirRank() {
    UnpairedEfforts test = UnpairedEfforts.of(new double[] {1, 2}, new double[] {2, 3});

    assertThat(test.above()).isEqualTo(0.5);
    assertThat(test.pValue()).isCloseTo(4.0 / 6, within(1e-12));
  }

  @Test
  void withoutEffortsNothingIsFound() {
    assertThat(UnpairedEfforts.of(new double[0], new double[] {1}).pValue()).isEqualTo(1);
    assertThat(UnpairedEfforts.of(new double[60], new double[60]).pValue()).isEqualTo(1);
  }

  @Test
  void theApproximationAgreesWithTheExactDistributionWhereTheyMeet() {
    RandomGenerator random = RandomStreams.stream(11);
    double[] low = IntStream.range(0, 20).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] high = IntStream.range(0, 20).mapToDouble(i -> random.nextGaussian() + 0.6).toArray();
    double exact = UnpairedEfforts.of(low, high).pValue();
    // The same twice over would be stronger evidence; one more in the middle changes little.
    double[] more = Arrays.copyOf(high, 21);
    more[20] = 0.3;

    assertThat(exact).isBetween(1e-4, 0.5);
    assertThat(UnpairedEfforts.of(low, more).pValue() / exact).isBetween(0.7, 1.4);
  }

  /** P-values of true nulls fall below q with probability at most q: 2000 tests, 5 sigma. */
  @Test
  void pValuesOfTrueNullsAreNoSmallerThanUniform() {
    RandomGenerator random = RandomStreams.stream(5);
    int tests = 2000;
    double[] efforts = new double[tests];
    double[] paired = new double[tests];
    double[] outcomes = new double[tests];
    for (int i = 0; i < tests; i++) {
      double[] first = random.ints(30, 1, 40).asDoubleStream().toArray();
      double[] second = random.ints(30, 1, 40).asDoubleStream().toArray();
      efforts[i] = UnpairedEfforts.of(first, second).pValue();
      paired[i] = PairedEfforts.of(first, second).pValue();
      outcomes[i] = PairedOutcomes.of(coins(random), coins(random)).pValue();
    }
    for (double level : new double[] {0.01, 0.05, 0.2}) {
      double most = level + 5 * Math.sqrt(level * (1 - level) / tests);
      for (double[] pValues : new double[][] {efforts, paired, outcomes}) {
        double share = Arrays.stream(pValues).filter(p -> p <= level).count() / (double) tests;
        assertThat(share).as("at level %s", level).isLessThan(most);
      }
      // And the tests on efforts are not blind either.
      assertThat(Arrays.stream(efforts).filter(p -> p <= 2 * level).count()).isPositive();
    }
  }

  private static boolean[] coins(RandomGenerator random) {
    boolean[] coins = new boolean[60];
    for (int i = 0; i < coins.length; i++) {
      coins[i] = random.nextInt(4) > 0;
    }
    return coins;
  }
}

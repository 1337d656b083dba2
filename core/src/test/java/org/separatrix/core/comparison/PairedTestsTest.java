package org.separatrix.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.core.random.RandomStreams;

class PairedTestsTest {
  /** Of 12 discordant starts 2 against 10: 2 (1 + 12 + 66) / 2^12. */
  @Test
  void mcNemarIsTheBinomialTestOfDiscordantPairs() {
    PairedOutcomes test = new PairedOutcomes(2, 10, 100);

    assertThat(test.pValue()).isCloseTo(158.0 / 4096, within(1e-12));
    assertThat(test.difference()).isEqualTo(-0.08);
    assertThat(test.firstAmongDiscordant(0.95).low()).isCloseTo(0.0209, within(1e-4));
    assertThat(test.firstAmongDiscordant(0.95).high()).isCloseTo(0.4841, within(1e-4));
  }

  /** Tails by whole numbers; a difference from 1 would have lost them. */
  @ParameterizedTest
  @CsvSource({"200, 0", "0, 1000", "150, 20", "7, 6"})
  void theFarTailKeepsItsDigits(int onlyFirst, int onlySecond) {
    int discordant = onlyFirst + onlySecond;
    BigInteger choices = BigInteger.ONE;
    BigInteger tail = BigInteger.ZERO;
    for (int k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
      tail = tail.add(choices);
      choices =
          choices.multiply(BigInteger.valueOf(discordant - k)).divide(BigInteger.valueOf(k + 1));
    }
    double expected =
        new BigDecimal(tail.shiftLeft(1))
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(discordant)), MathContext.DECIMAL64)
            .doubleValue();

    assertThat(new PairedOutcomes(onlyFirst, onlySecond, 2000).pValue())
        .isCloseTo(Math.min(1, expected), withinPercentage(1e-8));
  }

  @Test
  void startsWithTheSameOutcomeDoNotCount() {
    boolean[] first = {true, true, false, false, true};
    boolean[] second = {true, false, false, true, true};

    assertThat(PairedOutcomes.of(first, second)).isEqualTo(new PairedOutcomes(1, 1, 5));
    assertThat(new PairedOutcomes(1, 1, 5).pValue()).isEqualTo(1);
    assertThat(new PairedOutcomes(0, 0, 5).pValue()).isEqualTo(1);
  }

  /** Differences 15 -7 5 20 0 -9 17 -12 5 -10: ranks 7 3 1.5 9 - 4 8 6 1.5 5. */
  @Test
  void wilcoxonOfAWorkedExampleWithATieAndAZero() {
    double[] first = {125, 115, 130, 140, 140, 115, 140, 125, 140, 135};
    double[] second = {110, 122, 125, 120, 140, 124, 123, 137, 135, 145};

    PairedEfforts test = PairedEfforts.of(first, second);

    assertThat(test.pairs()).isEqualTo(9);
    assertThat(test.positive()).isEqualTo(27);
    assertThat(test.rankBiserialCorrelation()).isCloseTo(2 * 27.0 / 45 - 1, within(1e-15));
    assertThat(test.pValue()).isCloseTo(byEnumeration(), within(1e-12));
  }

  /** All 2^9 signs of the ranks above. */
  private static double byEnumeration() {
    double[] ranks = {7, 3, 1.5, 9, 4, 8, 6, 1.5, 5};
    long extreme =
        IntStream.range(0, 1 << 9)
            .filter(
                signs ->
                    IntStream.range(0, 9)
                            .filter(i -> (signs >> i & 1) == 1)
                            .mapToDouble(i -> ranks[i])
                            .sum()
                        <= 18)
            .count();
    return 2.0 * extreme / 512;
  }

  @Test
  void theApproximationAgreesWithTheExactDistributionWhereTheyMeet() {
    RandomGenerator random = RandomStreams.stream(7);
    double[] fewer =
        IntStream.range(0, 200).mapToDouble(i -> random.nextGaussian() + 0.1).toArray();
    double[] more = Arrays.copyOf(fewer, 201);
    more[200] = 1e-12; // of the least rank, so that it decides nothing

    double exact = PairedEfforts.of(fewer, new double[200]).pValue();
    double approximate = PairedEfforts.of(more, new double[201]).pValue();

    assertThat(exact).isBetween(1e-6, 0.9);
    assertThat(approximate / exact).isBetween(0.9, 1.1);
  }

  @Test
  void aMethodThatAlwaysNeedsLessIsFound() {
    double[] less = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
    double[] more = IntStream.range(0, 30).mapToDouble(i -> i + 1 + i / 100.0).toArray();

    assertThat(PairedEfforts.of(less, more).pValue()).isCloseTo(Math.pow(2, -29), within(1e-20));
    assertThat(PairedEfforts.of(less, more).rankBiserialCorrelation()).isEqualTo(-1);
    assertThat(PairedEfforts.of(less, less)).isEqualTo(new PairedEfforts(0, 0, 1));
  }
}

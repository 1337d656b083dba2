package org.separatrix.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.core.random.RandomStreams;

class RunningTimeTest {
  private static final Trials MIXED =
      new Trials(new double[] {10, 20, 30, 100}, new boolean[] {true, true, true, false});
  private static final Trials HOPELESS =
      new Trials(new double[] {50, 50}, new boolean[] {false, false});
  private static final Trials CERTAIN =
      new Trials(new double[] {8, 8, 8}, new boolean[] {true, true, true});

  private static RandomGenerator random() {
    return RandomStreams.stream(20161);
  }

  @Test
  void expectedRunningTimeCountsTheFailuresToo() {
    assertThat(MIXED.expectedRunningTime()).isEqualTo(160.0 / 3);
    assertThat(HOPELESS.expectedRunningTime()).isInfinite();
    assertThat(CERTAIN.expectedRunningTime()).isEqualTo(8);
  }

  /**
   * A restart costs 20 on average if it succeeds, and every failure before it 100; the number of
   * failures is geometric with mean 1/3 and variance 4/9, so that the variance is 66.7 + 4444.4.
   * Six standard errors of 10^5 draws are 1.28.
   */
  @Test
  void simulatedRestartsHaveThatMean() {
    RandomGenerator random = random();
    double mean =
        IntStream.range(0, 100_000)
            .mapToDouble(i -> MIXED.simulatedRunningTime(random))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(160.0 / 3, within(1.28));
    assertThat(HOPELESS.simulatedRunningTime(random)).isInfinite();
    assertThat(CERTAIN.simulatedRunningTime(random)).isEqualTo(8);
  }

  @Test
  void theIntervalSaysWhenResamplingMayLoseEverySuccess() {
    ExpectedRunningTime rare =
        ExpectedRunningTime.of(
            new Trials(new double[] {5, 9, 9, 9}, new boolean[] {true, false, false, false}),
            0.95,
            random());
    ExpectedRunningTime certain = ExpectedRunningTime.of(CERTAIN, 0.95, random());
    ExpectedRunningTime mixed = ExpectedRunningTime.of(MIXED, 0.95, random());

    assertThat(rare.high()).isInfinite();
    assertThat(certain).isEqualTo(new ExpectedRunningTime(8, 8, 8));
    assertThat(mixed.low()).isLessThan(160.0 / 3).isGreaterThanOrEqualTo(10);
    assertThat(mixed.high()).isGreaterThan(160.0 / 3);
  }

  @Test
  void theDistributionIsThatOfTheTrialsWhereAllSucceed() {
    Trials two = new Trials(new double[] {1, 3}, new boolean[] {true, true});
    RuntimeDistribution both = RuntimeDistribution.of(List.of(two, HOPELESS), random());

    assertThat(both.share(0.5)).isZero();
    // 500 draws of one of two values: six standard deviations of the share are 0.067.
    assertThat(both.share(1)).isCloseTo(0.25, within(0.067));
    assertThat(both.share(3)).isEqualTo(0.5);
    assertThat(both.share(1e9)).isEqualTo(0.5);
  }

  @Test
  void theBandHoldsTheDistributionAndVanishesWithoutChance() {
    double[] budgets = {7, 8, 100};
    double[][] certain = RuntimeDistribution.band(List.of(CERTAIN), budgets, 0.95, random());
    double[][] mixed = RuntimeDistribution.band(List.of(MIXED), budgets, 0.95, random());
    RuntimeDistribution distribution = RuntimeDistribution.of(List.of(MIXED), random());

    assertThat(certain[0]).containsExactly(0, 1, 1);
    assertThat(certain[1]).containsExactly(0, 1, 1);
    assertThat(distribution.share(100)).isBetween(mixed[0][2], mixed[1][2]);
    assertThat(mixed[1][2] - mixed[0][2]).isPositive();
  }

  @Test
  void refusesTrialsWithoutACost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trials(new double[] {0}, new boolean[] {true}))
        .withMessage("a trial that cost 0.0 evaluations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trials(new double[0], new boolean[0]));
  }

  /** One in three fails; the draws are the same, and so are the sums. */
  @Test
  void resamplingKeepsTheTrialsOnlyWhereTheyAreAskedFor() {
    double[] costs = IntStream.rangeClosed(1, 30).mapToDouble(i -> i * Math.PI).toArray();
    boolean[] reached = new boolean[costs.length];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = i % 3 != 0;
    }
    Trials trials = new Trials(costs, reached);

    for (int seed = 0; seed < 20; seed++) {
      Trials kept = trials.resampled(RandomStreams.stream(seed));
      assertThat(trials.resampledExpectedRunningTime(RandomStreams.stream(seed)))
          .isEqualTo(kept.expectedRunningTime(), within(1e-12 * kept.expectedRunningTime()));
      assertThat(kept.successes())
          .isEqualTo((int) IntStream.range(0, kept.size()).filter(kept::reached).count());
    }
  }
}

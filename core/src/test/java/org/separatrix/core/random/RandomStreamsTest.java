package org.separatrix.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seeds are fixed; each statistical test would raise a false alarm for one in 10^8 of them, the
 * whole class for less than one in 10^6.
 */
class RandomStreamsTest {
  private static final double FALSE_ALARM = 1e-8;
  private static final int PAIRS = 1 << 17;
  private static final int CELLS = 16;
  private static final long KEY = RandomStreams.key(42, "lee", "uniform-box");

  /** From an independent implementation of the definition. */
  @Test
  void numbersAreThoseOfTheDefinition() {
    assertThat(KEY).isEqualTo(0xea09acdf8e7de9acL);
    assertThat(RandomStreams.key(-1, "Müller–Brown")).isEqualTo(0x06824f78236106c3L);
    assertThat(RandomStreams.stream(KEY).longs(2))
        .containsExactly(0xa2de54f44f065a3fL, 0x304d432fb526c0dbL);
    assertThat(RandomStreams.start(KEY, 7).longs(3))
        .containsExactly(0x32c077b425620efeL, 0xd419ecd4828b5623L, 0x72c12110233521dfL);
    assertThat(RandomStreams.noise(KEY, 7, 3).longs(2))
        .containsExactly(0x822a4289f613f587L, 0xa2917c89d64f0ce0L);
    assertThat(RandomStreams.start(KEY, 7).nextDouble()).isEqualTo(1785671148940353L * 0x1p-53);
  }

  /** Seen alike on JDK 17 and 25, interpreted and compiled. */
  @Test
  void derivedNumbersStayTheSame() {
    RandomGenerator stream = RandomStreams.stream(KEY);

    assertThat(stream.nextGaussian()).isEqualTo(-1.097529414474018);
    assertThat(stream.nextGaussian(3, 0.5)).isEqualTo(3.16291428109282);
    assertThat(stream.nextExponential()).isEqualTo(0.762973654583318);
    assertThat(stream.nextDouble(-2, 2)).isEqualTo(-0.8388450905892748);
    assertThat(stream.nextInt(10)).isEqualTo(6);
    assertThat(stream.nextInt(5, 12)).isEqualTo(10);
    assertThat(stream.nextLong(1_000_000_007L)).isEqualTo(463_129_631L);
    assertThat(stream.nextBoolean()).isFalse();
    assertThat(stream.nextFloat()).isEqualTo(0.17391056f);
  }

  @Test
  void keysTellNamesApart() {
    List<Long> keys =
        List.of(
            RandomStreams.key(1),
            RandomStreams.key(2),
            RandomStreams.key(1, ""),
            RandomStreams.key(1, "", ""),
            RandomStreams.key(1, "ab", "c"),
            RandomStreams.key(1, "a", "bc"),
            RandomStreams.key(1, "bc", "a"),
            RandomStreams.key(1, "abc"));

    assertThat(keys).doesNotHaveDuplicates();
  }

  static Stream<Arguments> pairsOfStreams() {
    long other = RandomStreams.key(43, "lee", "uniform-box");
    return Stream.of(
        pair("neighbouring runs", run -> first(RandomStreams.start(KEY, run)), 1),
        pair("runs apart", run -> first(RandomStreams.start(KEY, run)), 1 << 20),
        pair("neighbouring steps", step -> first(RandomStreams.noise(KEY, 5, step)), 1),
        pair("noise of neighbouring runs", run -> first(RandomStreams.noise(KEY, run, 5)), 1),
        Arguments.of(
            "one number and the next",
            (LongToDoubleFunction) run -> first(RandomStreams.start(KEY, run)),
            (LongToDoubleFunction) run -> second(RandomStreams.start(KEY, run))),
        Arguments.of(
            "start and noise",
            (LongToDoubleFunction) run -> first(RandomStreams.start(KEY, run)),
            (LongToDoubleFunction) run -> first(RandomStreams.noise(KEY, run, 0))),
        Arguments.of(
            "step and run exchanged",
            (LongToDoubleFunction) run -> first(RandomStreams.noise(KEY, run, run + 1)),
            (LongToDoubleFunction) run -> first(RandomStreams.noise(KEY, run + 1, run))),
        Arguments.of(
            "neighbouring seeds",
            (LongToDoubleFunction) run -> first(RandomStreams.start(KEY, run)),
            (LongToDoubleFunction) run -> first(RandomStreams.start(other, run))));
  }

  /** Chi-squared of pairs of numbers on a grid: uniform and independent. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("pairsOfStreams")
  void pairsAreUniformOnTheSquare(
      String name, LongToDoubleFunction first, LongToDoubleFunction second) {
    assertThat(probabilityOfPairs(first, second)).as(name).isGreaterThan(FALSE_ALARM);
  }

  /** The same test finds out that a stream for each run which starts at the run number is bad. */
  @Test
  void pairsOfABadGeneratorAreFoundOut() {
    LongToDoubleFunction weyl = run -> ((run * SplitMix.GOLDEN) >>> 11) * 0x1p-53;

    assertThat(probabilityOfPairs(weyl, run -> weyl.applyAsDouble(run + 1))).isLessThan(1e-100);
  }

  @Test
  void everyBitIsFair() {
    int[] ones = new int[Long.SIZE];
    for (int run = 0; run < PAIRS; run++) {
      long word = RandomStreams.start(KEY, run).nextLong();
      for (int bit = 0; bit < ones.length; bit++) {
        ones[bit] += (int) (word >>> bit & 1);
      }
    }

    // Six and a half standard deviations: 64 bits together raise a false alarm once in 10^8.
    double bound = 6.5 * Math.sqrt(PAIRS / 4.0);
    for (int count : ones) {
      assertThat(Math.abs(count - PAIRS / 2.0)).isLessThan(bound);
    }
  }

  @Test
  void gaussiansOfNeighbouringRunsAreNormal() {
    int[] counts = new int[256];
    NormalDistribution normal = new NormalDistribution();
    for (int run = 0; run < PAIRS; run++) {
      double z = RandomStreams.start(KEY, run).nextGaussian();
      counts[(int) (normal.cumulativeProbability(z) * counts.length)]++;
    }

    assertThat(probability(counts, PAIRS)).isGreaterThan(FALSE_ALARM);
  }

  @Test
  void exponentialsOfNeighbouringRunsAreExponential() {
    int[] counts = new int[256];
    for (int run = 0; run < PAIRS; run++) {
      double e = RandomStreams.start(KEY, run).nextExponential();
      counts[(int) (-Math.expm1(-e) * counts.length)]++;
    }

    assertThat(probability(counts, PAIRS)).isGreaterThan(FALSE_ALARM);
  }

  private static Arguments pair(String name, LongToDoubleFunction number, long distance) {
    LongToDoubleFunction other = run -> number.applyAsDouble(run + distance);
    return Arguments.of(name, number, other);
  }

  private static double first(RandomGenerator stream) {
    return stream.nextDouble();
  }

  private static double second(RandomGenerator stream) {
    stream.nextDouble();
    return stream.nextDouble();
  }

  /** Every second run, so that no number is in two pairs of neighbours. */
  private static double probabilityOfPairs(
      LongToDoubleFunction first, LongToDoubleFunction second) {
    int[] counts = new int[CELLS * CELLS];
    for (long run = 0; run < 2L * PAIRS; run += 2) {
      int row = (int) (first.applyAsDouble(run) * CELLS);
      int column = (int) (second.applyAsDouble(run) * CELLS);
      counts[row * CELLS + column]++;
    }
    return probability(counts, PAIRS);
  }

  /** Returns the probability of counts at least this uneven. */
  private static double probability(int[] counts, int total) {
    double expected = (double) total / counts.length;
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    return 1 - new ChiSquaredDistribution(counts.length - 1).cumulativeProbability(statistic);
  }
}

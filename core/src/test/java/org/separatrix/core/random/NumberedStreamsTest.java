package org.separatrix.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedStreamsTest {
  private static final long KEY = RandomStreams.key(3, "box");
  private static final int DRAWS = 3;

  /** Among a thousand streams there are some whose increment is corrected. */
  @ParameterizedTest
  @CsvSource({"0, 1000", "17, 1", "4294967290, 33", "0, 0"})
  void drawTheNumbersOfEachStream(long first, int count) {
    NumberedStreams streams = new NumberedStreams();
    streams.begin(KEY + 1, 5, 7);
    streams.begin(KEY, first, count);
    double[][] drawn = new double[DRAWS][count + 2];
    for (double[] values : drawn) {
      streams.nextDoubles(values, 1);
    }

    assertThat(streams.count()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      RandomGenerator stream = RandomStreams.numbered(KEY, first + i);
      for (double[] values : drawn) {
        assertThat(values[1 + i]).isEqualTo(stream.nextDouble());
      }
    }
    assertThat(drawn[0][0]).isZero();
    assertThat(drawn[0][count + 1]).isZero();
  }

  @Test
  void drawTheNoiseOfStepsOfRuns() {
    long[] runs = {0, 7, 1L << 40, 7};
    long[] steps = {3, 0, 1, 1L << 33};
    NumberedStreams streams = new NumberedStreams();
    streams.begin(RandomStreams.noiseKey(KEY), runs, steps, runs.length);
    double[] first = new double[runs.length];
    double[] second = new double[runs.length];
    streams.nextGaussians(first, 0);
    streams.nextDoubles(second, 0);

    for (int i = 0; i < runs.length; i++) {
      RandomGenerator stream = RandomStreams.noise(KEY, runs[i], steps[i]);
      assertThat(first[i]).isEqualTo(stream.nextGaussian());
      assertThat(second[i]).isEqualTo(stream.nextDouble());
      assertThat(streams.stream(i).nextLong()).isEqualTo(stream.nextLong());
    }
    assertThat(first).doesNotHaveDuplicates();
  }

  /** Of so many numbers, some thousands are on the shoulders. */
  @Test
  void drawTheNormalNumbersOfEachStream() {
    int count = 20_000;
    NumberedStreams streams = new NumberedStreams();
    streams.begin(KEY, 0, count);
    double[] drawn = new double[count + 1];
    streams.nextGaussians(drawn, 1);

    for (int i = 0; i < count; i++) {
      assertThat(drawn[1 + i]).isEqualTo(RandomStreams.numbered(KEY, i).nextGaussian());
    }
    assertThat(drawn[0]).isZero();
  }
}

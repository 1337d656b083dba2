package org.separatrix.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
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
}

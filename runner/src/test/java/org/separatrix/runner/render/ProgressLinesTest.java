package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLinesTest {
  private final StringWriter text = new StringWriter();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressLines progress =
      new ProgressLines(new PrintWriter(text), 1_000_000, clock::get);

  @Test
  void printsNothingForAShortStudy() {
    clock.set(4_900_000_000L);
    progress.advance(1_000_000);

    assertThat(text.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100000, 45 s",
    "20000, 4 min",
    "500, 3 hours",
    "20, 3 days",
    "1, 58 days",
  })
  void saysLongTimesInLargeUnits(long runs, String left) {
    clock.set(5_000_000_000L);
    progress.advance(runs);

    assertThat(text.toString()).contains(" runs/s, " + left + " left, in");
  }

  @Test
  void printsRateAndTimeLeftEveryFiveSeconds() {
    progress.stage("lee/gradient-descent/uniform-box");
    clock.set(5_000_000_000L);
    progress.advance(100_000);
    clock.set(6_000_000_000L);
    progress.advance(100_000);

    assertThat(text.toString())
        .isEqualTo(
            "100,000 of 1,000,000 runs, 20,000 runs/s, 45 s left, in"
                + " lee/gradient-descent/uniform-box\n");
  }
}

package org.separatrix.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.CellResult;

class StepHistogramTest {
  @Test
  void summarizesOneToTen() {
    StepHistogram histogram = new StepHistogram();
    for (int steps = 10; steps >= 1; steps--) {
      histogram.add(steps, 1);
    }

    assertThat(histogram.summary()).isEqualTo(new CellResult.Steps(5.5, 5, 9, 10));
  }

  @Test
  void countsRepeatedSteps() {
    StepHistogram histogram = new StepHistogram();
    for (int run = 0; run < 95; run++) {
      histogram.add(7, 1);
    }
    for (int run = 0; run < 5; run++) {
      histogram.add(1000, 1);
    }

    assertThat(histogram.summary()).isEqualTo(new CellResult.Steps(56.65, 7, 7, 1000));
  }

  @Test
  void hasNothingToSayOfNoRuns() {
    assertThat(new StepHistogram().summary()).isEqualTo(new CellResult.Steps(0, 0, 0, 0));
  }
}

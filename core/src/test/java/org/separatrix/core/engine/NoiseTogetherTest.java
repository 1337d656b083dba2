package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Optimizer;

/** Noise that is drawn for all lanes at once is that of each lane. */
class NoiseTogetherTest {
  private static final int RUNS = 400;

  /** Runs leave the block at many different steps, and others move into their lanes. */
  private static final StopRule STOP = new StopRule(0.3, 1000, 1e6, Optional.empty());

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 400})
  void isThatOfEachLane(int lanes) {
    Runs together = new Engine(experiment(new NoisyDescent(true)), RUNS).run(100, RUNS, lanes);
    Runs oneByOne = new Engine(experiment(new NoisyDescent(false)), RUNS).run(100, RUNS, lanes);

    SameRuns.assertSame(together, oneByOne);
    assertThat(together.steps()).contains(3, 30);
  }

  private static Experiment experiment(Optimizer method) {
    return new Experiment(new LeeFunction(), method, new CubeStart(), STOP, 1);
  }
}

package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Oracle;

/** One loop against the two that it stands for. */
class WatchedDescentTest {
  private static final int LANES = 101;
  private static final double ALPHA = 0.3;
  private static final StopRule RULE = new StopRule(0.1, 1_000, 1e3, Optional.empty());

  private final LinearMethod method = FixedStep.gradientDescent(ALPHA);
  private final Oracle oracle = new CountingOracle(new LeeFunction());

  @Test
  void movesToTheLastBitAndMarksAsTheLoopsOfMethodAndWatchDo() {
    Block expected = block();
    Watch watch = new Watch(RULE, method, expected.marks());
    Block actual = block();
    Watch fused = new Watch(RULE, method, actual.marks());
    for (int step = 0; step < 5; step++) {
      oracle.gradient(expected.position(), expected.gradient(), LANES);
      watch.add(expected);
      method.step(expected, oracle);
      oracle.gradient(actual.position(), actual.gradient(), LANES);
      WatchedDescent.step(actual, fused, -ALPHA);
    }

    assertThat(actual.position()).isDeepEqualTo(expected.position());
    for (int lane = 0; lane < LANES; lane++) {
      double mark = expected.marks()[lane];
      assertThat(actual.marks()[lane]).isCloseTo(mark, within(1e-12 * mark));
    }
    int[] found = new int[LANES];
    assertThat(fused.overdue(actual, found)).isBetween(1, LANES - 1);
  }

  @Test
  void suitsGradientStepsInTwoCoordinatesAlone() {
    assertThat(WatchedDescent.suits(method, 2)).isTrue();
    assertThat(WatchedDescent.suits(method, 1)).isFalse();
    assertThat(WatchedDescent.suits(method, 3)).isFalse();
    assertThat(WatchedDescent.suits(FixedStep.gradientDescent(0), 2)).isFalse();
    assertThat(WatchedDescent.suits(FixedStep.heavyBall(ALPHA, 0.5), 2)).isFalse();
    assertThat(WatchedDescent.suits(FixedStep.nesterov(ALPHA, 0.5), 2)).isFalse();
  }

  private Block block() {
    Block block = new Block(2, method, LANES, new LaneNoise(0, LANES));
    block.add(0, LANES);
    Random random = new Random(5);
    for (int lane = 0; lane < LANES; lane++) {
      for (double[] coordinate : block.position()) {
        coordinate[lane] = 4 * random.nextDouble() - 2;
      }
    }
    return block;
  }
}

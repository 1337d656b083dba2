package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

class StepMapsTest {
  private static final StopRule FIFTY_STEPS = new StopRule(-1, 50, 1e8, Optional.empty());

  static Stream<Optimizer> methods() {
    return Stream.of(
        FixedStep.gradientDescent(0.1),
        FixedStep.heavyBall(0.1, 0.7),
        FixedStep.nesterov(0.1, 0.7),
        new Disguised(FixedStep.heavyBall(0.1, 0.7)),
        new Disguised(FixedStep.nesterov(0.1, 0.7)),
        new ShrinkingStep());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void iteratingTheMapIsRunningTheMethod(Optimizer method) {
    LeeFunction lee = new LeeFunction();
    Runs runs = Engine.run(new Experiment(lee, method, new CubeStart(), FIFTY_STEPS, 3), 0, 20);
    StepMap map = StepMaps.of(lee, method);

    for (int run = 0; run < runs.size(); run++) {
      double[] state = map.lift(runs.startOf(run));
      assertThat(state).hasSize(map.dimension());
      assertThat(map.position(state)).containsExactly(runs.startOf(run), within(1e-14));
      for (int step = 0; step < 50; step++) {
        double[] next = new double[state.length];
        map.apply(state, next);
        state = next;
      }
      assertThat(map.position(state)).containsExactly(runs.endOf(run), within(1e-10));
    }
  }

  @Test
  void theStateOfALinearMethodIsItsStateVectors() {
    StepMap nesterov = StepMaps.of(new LeeFunction(), FixedStep.nesterov(0.1, 0.5));
    assertThat(nesterov.dimension()).isEqualTo(4);
    // Position 1.5 x - 0.5 y of the state vectors x and y.
    assertThat(nesterov.position(new double[] {1, 2, 3, 4})).containsExactly(0, 1);
    double[] next = new double[4];
    nesterov.apply(new double[] {1, 2, 3, 4}, next);
    assertThat(next).containsExactly(0, 1, 1, 2);
  }

  @Test
  void theStateOfAnotherMethodIsPositionMemoryAndNumbers() {
    StepMap map = StepMaps.of(new LeeFunction(), new ShrinkingStep());

    double[] state = map.lift(new double[] {1, 0});
    assertThat(state).containsExactly(1, 0, 0.2);
    double[] next = new double[3];
    map.apply(state, next);
    assertThat(next).containsExactly(0.8, 0, 0.2 * 0.99);
    assertThat(state).containsExactly(1, 0, 0.2);
  }

  @Test
  void refusesAMethodThatDraws() {
    assertThatThrownBy(() -> StepMaps.of(new LeeFunction(), new RandomWalk()))
        .hasMessage("RandomWalk draws random numbers, so it does not iterate a map");
  }

  /** A linear method that does not show that it is one. */
  private record Disguised(Optimizer inner) implements Optimizer {
    @Override
    public int memory() {
      return inner.memory();
    }

    @Override
    public void start(Iterates block, int lane) {
      inner.start(block, lane);
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      inner.step(block, oracle);
    }
  }

  /** Gradient descent with a step size that shrinks. */
  private static final class ShrinkingStep implements Optimizer {
    @Override
    public int memory() {
      return 0;
    }

    @Override
    public int scalars() {
      return 1;
    }

    @Override
    public void start(Iterates block, int lane) {
      block.scalar(0)[lane] = 0.2;
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      for (int i = 0; i < block.lanes(); i++) {
        for (int k = 0; k < block.dimension(); k++) {
          block.position()[k][i] -= block.scalar(0)[i] * block.gradient()[k][i];
        }
        block.scalar(0)[i] *= 0.99;
      }
    }
  }
}

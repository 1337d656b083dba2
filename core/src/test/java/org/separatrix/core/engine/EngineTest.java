package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;

class EngineTest {
  private static final StopRule STOP = new StopRule(1e-10, 100_000, 1e8, Optional.empty());

  static Stream<Arguments> methodsAndObjectives() {
    return Stream.of(
            new LeeFunction(),
            new DiagonalQuadratic(1.5),
            new DiagonalQuadratic(0.3, 1, 4),
            new DiagonalQuadratic(1, 1, 2, 3, 4))
        .flatMap(
            objective ->
                Stream.of(
                    Arguments.of(objective, FixedStep.gradientDescent(0.1), 0.1, 0.0, 0.0),
                    Arguments.of(objective, FixedStep.heavyBall(0.05, 0.6), 0.05, 0.6, 0.0),
                    Arguments.of(objective, FixedStep.nesterov(0.05, 0.6), 0.05, 0.6, 0.6)));
  }

  /** The textbook's recursion, one run at a time, with other rounding than the engine's. */
  @ParameterizedTest
  @MethodSource("methodsAndObjectives")
  void stepsAndEndsAreThoseOfALoopOverOneRun(
      Objective objective, Optimizer method, double alpha, double beta, double ahead) {
    Runs runs = run(objective, method, STOP, 200);

    long[] steps = new long[runs.size()];
    for (int run = 0; run < runs.size(); run++) {
      double[] previous = runs.startOf(run);
      double[] current = previous.clone();
      double[] at = current.clone();
      double[] slope = gradient(objective, at);
      while (norm(slope) > STOP.gradientTolerance()) {
        for (int k = 0; k < at.length; k++) {
          double next = current[k] + beta * (current[k] - previous[k]) - alpha * slope[k];
          previous[k] = current[k];
          current[k] = next;
          at[k] = current[k] + ahead * (current[k] - previous[k]);
        }
        slope = gradient(objective, at);
        steps[run]++;
      }
      assertThat(runs.endOf(run)).containsExactly(at, within(1e-12));
      assertMemory(runs, run, ahead > 0 ? 2 : beta > 0 ? 1 : 0, current, previous);
      assertThat(runs.gradientNorm()[run]).isCloseTo(norm(slope), within(1e-14));
      assertThat(runs.value()[run]).isEqualTo(value(objective, runs.endOf(run)));
    }
    assertThat(runs.steps()).isEqualTo(steps);
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    assertThat(runs.gradientEvaluations()).isEqualTo(LongStream.of(steps).sum() + runs.size());
    assertThat(runs.valueEvaluations()).isZero();
  }

  /** Nesterov's method looks ahead of its state, so it remembers both of its vectors. */
  private static void assertMemory(
      Runs runs, int run, int vectors, double[] current, double[] previous) {
    double[][][] memory = runs.memory();
    assertThat(memory.length).isEqualTo(vectors);
    for (int k = 0; k < current.length; k++) {
      if (vectors > 0) {
        assertThat(memory[vectors - 1][k][run]).isCloseTo(previous[k], within(1e-12));
      }
      if (vectors > 1) {
        assertThat(memory[0][k][run]).isCloseTo(current[k], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 193, 1024})
  void nothingDependsOnTheNumberOfLanes(int lanes) {
    Experiment experiment = experiment(new LeeFunction(), new RandomWalk(), STOP);
    Engine engine = new Engine(experiment, 400);
    Runs expected = engine.run(100, 400, 128);

    SameRuns.assertSame(engine.run(100, 400, lanes), expected);
  }

  @Test
  void aRunDoesNotDependOnTheRunsBesideIt() {
    Experiment experiment = experiment(new LeeFunction(), new RandomWalk(), STOP);
    Runs together = Engine.run(experiment, 0, 300);

    for (int run : new int[] {0, 1, 77, 299}) {
      Runs alone = Engine.run(experiment, run, 1);
      assertThat(alone.startOf(0)).containsExactly(together.startOf(run));
      assertThat(alone.endOf(0)).containsExactly(together.endOf(run));
      assertThat(alone.steps()[0]).isEqualTo(together.steps()[run]);
    }
  }

  @Test
  void aRunThatStartsAtACriticalPointTakesNoStep() {
    Runs runs =
        new Engine(
                new Experiment(
                    new LeeFunction(),
                    FixedStep.heavyBall(0.1, 0.5),
                    new ListStart(new double[][] {{0, 0}, {0, 1}, {0.5, 0.5}, {0, -1}}),
                    STOP,
                    1),
                4)
            .run(0, 4, 2);

    assertThat(runs.steps()[0]).isZero();
    assertThat(runs.steps()[1]).isZero();
    assertThat(runs.steps()[2]).isPositive();
    assertThat(runs.steps()[3]).isZero();
    assertThat(runs.value()).startsWith(0, -0.25);
    assertThat(runs.gradientEvaluations()).isEqualTo(4 + runs.steps()[2]);
  }

  @Test
  void noRunsAreNoRuns() {
    Runs runs = run(new LeeFunction(), FixedStep.gradientDescent(0.1), STOP, 0);

    assertThat(runs.size()).isZero();
    assertThat(runs.dimension()).isEqualTo(2);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(new LeeFunction(), new RandomWalk(), STOP, 10))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Runs run(Objective objective, Optimizer method, StopRule stop, int count) {
    return Engine.run(experiment(objective, method, stop), 0, count);
  }

  private static Experiment experiment(Objective objective, Optimizer method, StopRule stop) {
    return new Experiment(objective, method, new CubeStart(), stop, 1);
  }

  private static double[] gradient(Objective objective, double[] x) {
    double[][] slope = new double[x.length][1];
    objective.gradient(lane(x), slope, 1);
    return Arrays.stream(slope).mapToDouble(coordinate -> coordinate[0]).toArray();
  }

  private static double value(Objective objective, double[] x) {
    double[] f = new double[1];
    objective.value(lane(x), f, 1);
    return f[0];
  }

  private static double[][] lane(double[] x) {
    return Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }
}

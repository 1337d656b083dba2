package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;

/** Every reason why a run stops, at the step where it first holds. */
class EngineTerminationTest {
  private static final StopRule STOP = new StopRule(1e-10, 100_000, 1e8, Optional.empty());

  /** The slope -3 x^2 sends x < 0 to minus infinity in a few steps, x > 0 slowly to 0. */
  @Test
  void runsOfVeryDifferentLengthAreKeptApart() {
    StopRule stop = new StopRule(1e-6, 3_000, 10, Optional.empty());
    Runs runs = run(new Cubic(), FixedStep.gradientDescent(0.1), stop, 500);

    for (int run = 0; run < runs.size(); run++) {
      double x = runs.startOf(run)[0];
      long steps = 0;
      while (Math.abs(x) <= 10 && 3 * x * x > 1e-6 && steps < 3_000) {
        x -= 0.1 * (3 * x * x);
        steps++;
      }
      Termination expected =
          Math.abs(x) > 10
              ? Termination.DIVERGED
              : 3 * x * x <= 1e-6 ? Termination.GRADIENT_TOLERANCE : Termination.BUDGET;
      assertThat(runs.steps()[run]).isEqualTo(steps);
      assertThat(runs.termination()[run]).isEqualTo(expected);
    }
    assertThat(runs.termination()).contains(Termination.DIVERGED, Termination.BUDGET);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 17})
  void theBudgetIsExact(long budget) {
    StopRule stop = STOP.withMaxSteps(budget);
    Runs runs = run(new LeeFunction(), FixedStep.gradientDescent(0.1), stop, 300);

    assertThat(runs.termination()).containsOnly(Termination.BUDGET);
    assertThat(runs.steps()).containsOnly(budget);
    assertThat(runs.gradientEvaluations()).isEqualTo(300 * (budget + 1));
  }

  @Test
  void aRunEndsWhereItFirstLeavesItsRegion() {
    StopRule stop = STOP.within((x, lane) -> Math.abs(x[1][lane]) >= 0.5);
    Runs runs = run(new LeeFunction(), FixedStep.gradientDescent(0.1), stop, 400);

    for (int run = 0; run < runs.size(); run++) {
      boolean inside = Math.abs(runs.startOf(run)[1]) >= 0.5;
      assertThat(runs.termination()[run])
          .isEqualTo(inside ? Termination.GRADIENT_TOLERANCE : Termination.LEFT_DOMAIN);
      assertThat(inside || runs.steps()[run] == 0).isTrue();
    }
    assertThat(runs.termination())
        .contains(Termination.LEFT_DOMAIN, Termination.GRADIENT_TOLERANCE);
  }

  /** The gradient is not a number below zero, where the last step of a descent to zero ends. */
  @Test
  void whatIsNotFiniteIsSeenAtOnceAndStaysInItsLane() {
    double[][] starts = {{-1}, {4}, {Double.NaN}, {1e-9}, {-0.5}, {1}, {Double.POSITIVE_INFINITY}};
    StopRule stop = new StopRule(1e-3, 2_000, Double.POSITIVE_INFINITY, Optional.empty());
    Runs runs =
        new Engine(
                new Experiment(
                    new PowerOfThreeHalves(),
                    FixedStep.gradientDescent(0.01),
                    new ListStart(starts),
                    stop,
                    1),
                starts.length)
            .run(0, starts.length, 3);

    for (int run = 0; run < starts.length; run++) {
      double x = starts[run][0];
      long steps = 0;
      while (x > 4.5e-7 && x < 1e9) {
        x -= 0.01 * (1.5 * Math.sqrt(x));
        steps++;
      }
      assertThat(runs.steps()[run]).isEqualTo(steps);
      assertThat(runs.termination()[run])
          .isEqualTo(run == 3 ? Termination.GRADIENT_TOLERANCE : Termination.NON_FINITE);
    }
    assertThat(runs.steps()[1]).isPositive();
    assertThat(runs.endOf(1)[0]).isBetween(-1e-4, 0.0);
    assertThat(runs.gradientNorm()[1]).isNaN();
    assertThat(runs.value()[1]).isNaN();
  }

  /** At tolerance 0 an underflow of the squares must not pass for a vanishing gradient. */
  @Test
  void tinyGradientsAreNotZero() {
    Runs runs =
        Engine.run(
            new Experiment(
                new DiagonalQuadratic(1, 1),
                FixedStep.gradientDescent(0.5),
                new ListStart(new double[][] {{1e-200, 1e-250}, {0, 0x1p-1074}}),
                new StopRule(0, 10_000, 1, Optional.empty()),
                1),
            0,
            2);

    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    assertThat(runs.gradientNorm()).containsExactly(0, 0);
    // 1e-200 is 2^-664.4, and 2^-1074 the smallest number, whose half rounds to zero.
    assertThat(runs.steps()).containsExactly(411, 1);
  }

  @Test
  void hugePositionsAreNotInfinite() {
    Runs runs =
        Engine.run(
            new Experiment(
                new DiagonalQuadratic(1, 1),
                FixedStep.gradientDescent(0.5),
                new ListStart(new double[][] {{1e200, 1e200}, {1e300, 0}}),
                new StopRule(1e-10, 10_000, 1e250, Optional.empty()),
                1),
            0,
            2);

    assertThat(runs.termination())
        .containsExactly(Termination.GRADIENT_TOLERANCE, Termination.DIVERGED);
    assertThat(runs.gradientNorm()[1]).isEqualTo(1e300);
  }

  /** From all x_0 &gt; 0 the method stops at the first x below a half. */
  @Test
  void aMethodCanEndItsRuns() {
    Runs runs = run(new DiagonalQuadratic(1), new StopsBelowAHalf(), STOP, 500);

    for (int run = 0; run < runs.size(); run++) {
      double end = runs.endOf(run)[0];
      boolean stopped = runs.startOf(run)[0] > 0.5;
      assertThat(runs.gradientNorm()[run]).isEqualTo(Math.abs(end));
      assertThat(runs.value()[run]).isEqualTo(end * end / 2);
      assertThat(runs.termination()[run]).isEqualTo(Termination.STOPPED_BY_METHOD);
      if (stopped) {
        assertThat(end).isBetween(0.45, 0.5);
      } else {
        assertThat(runs.steps()[run]).isEqualTo(1);
      }
    }
    // One gradient for each position, two values for each step.
    long steps = LongStream.of(runs.steps()).sum();
    assertThat(runs.gradientEvaluations()).isEqualTo(steps + runs.size());
    assertThat(runs.valueEvaluations()).isEqualTo(2 * steps);
  }

  private static Runs run(Objective objective, Optimizer method, StopRule stop, int count) {
    return Engine.run(new Experiment(objective, method, new CubeStart(), stop, 1), 0, count);
  }
}

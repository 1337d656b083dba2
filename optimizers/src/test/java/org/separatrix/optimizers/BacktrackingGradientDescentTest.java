package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.start.UniformBox;

class BacktrackingGradientDescentTest {
  private static final double SHRINK = 0.5;
  private static final double DECREASE = 0.1;
  private static final double FIRST = 10;

  /** On x^2/2 a step alpha is accepted if (1 - alpha)^2 <= 1 - 2 c alpha: alpha <= 2 (1 - c). */
  @Test
  void theFirstStepSizeThatDescendsEnoughIsTaken() {
    Block block = block(new Parabola(), 3);

    assertThat(block.point(0)).containsExactly(3 * (1 - 1.25));
    assertThat(block.scalar(ArmijoSearch.STEP)[0]).isEqualTo(1.25);
    assertThat(step(new Parabola(), 1.7999, 0.1)).isEqualTo(1.7999);
    assertThat(step(new Parabola(), 1.8001, 0.1)).isEqualTo(0.90005);
    assertThat(step(new Parabola(), 1.8001, 0.09)).isEqualTo(1.8001);
  }

  /** From y = 3 of Lee's function only short steps descend, and later longer ones. */
  @Test
  void stepSizesOfARunNeverGrowUnlessTheSearchBeginsAnew() {
    double[] stabilized = steps(false);
    double[] customary = steps(true);

    for (int i = 1; i < stabilized.length; i++) {
      assertThat(stabilized[i]).isLessThanOrEqualTo(stabilized[i - 1]);
    }
    assertThat(DoubleStream.of(customary).max().orElseThrow()).isGreaterThan(customary[0]);
  }

  private static double[] steps(boolean restart) {
    double[] steps = new double[20];
    Optimizer method = method(FIRST, DECREASE, restart);
    Block block = new Block(new Saddle(), new double[][] {{0, 3}});
    block.start(method);
    for (int i = 0; i < steps.length; i++) {
      block.step(method);
      steps[i] = block.scalar(ArmijoSearch.STEP)[0];
    }
    return steps;
  }

  /** All lanes of a block against a loop over one point, far from where rounding matters. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lanesMoveAsTheSearchByHand(boolean restart) {
    double[][] starts = new double[60][];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = new double[] {Math.sin(3 * i) * 2, Math.cos(2 * i) * 2};
    }
    Optimizer method = method(FIRST, DECREASE, restart);
    Block block = new Block(new Saddle(), starts);
    block.start(method);
    double[] alpha = new double[starts.length];
    for (int step = 0; step < 6; step++) {
      block.step(method);
      for (int i = 0; i < starts.length; i++) {
        alpha[i] = byHand(starts[i], restart || step == 0 ? FIRST : alpha[i]);
        assertThat(block.point(i)).containsExactly(starts[i], within(1e-12));
        assertThat(block.scalar(ArmijoSearch.STEP)[i]).isEqualTo(alpha[i]);
      }
    }
  }

  /** Moves a point, and returns the step size. */
  private static double byHand(double[] x, double first) {
    double gx = x[0];
    double gy = x[1] * x[1] * x[1] - x[1];
    double alpha = first;
    while (value(x[0] - alpha * gx, x[1] - alpha * gy)
        > value(x[0], x[1]) - DECREASE * alpha * (gx * gx + gy * gy)) {
      alpha *= SHRINK;
    }
    x[0] -= alpha * gx;
    x[1] -= alpha * gy;
    return alpha;
  }

  private static double value(double x, double y) {
    return x * x / 2 + y * y * y * y / 4 - y * y / 2;
  }

  /**
   * Far below what values can tell: f is known to 1e-10 at best where it is lifted by 1e6. At step
   * size 1, two over the curvature at the minima, f stays the same up to rounding.
   */
  @ParameterizedTest
  @CsvSource({"0, 10", "0.25, 10", "-1e6, 10", "0, 1", "0.25, 1"})
  void runsComeAsCloseToAMinimumAsGradientsTell(double lift, double first) {
    for (boolean restart : new boolean[] {false, true}) {
      assertConverge(runs(new Saddle(lift), method(first, 1e-4, restart), 1e-13));
    }
  }

  private static void assertConverge(Runs runs) {
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    for (int i = 0; i < runs.steps().length; i++) {
      assertThat(Math.abs(runs.end()[1][i])).isCloseTo(1, within(1e-12));
      assertThat(runs.steps()[i]).isLessThan(500);
    }
  }

  @Test
  void aRunEndsWhereNoStepDescends() {
    Runs runs = runs(new Kink(), method(FIRST, DECREASE, false), 1e-13);

    assertThat(runs.termination()).containsOnly(Termination.STOPPED_BY_METHOD);
    assertThat(DoubleStream.of(runs.end()[0])).allMatch(x -> Math.abs(x - 1) < 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e200, Double.POSITIVE_INFINITY, Double.NaN})
  void aRunEndsWhereNumbersEnd(double start) {
    Block block = block(new Parabola(), start);

    assertThat(block.isStopped(0)).isTrue();
    assertThat(block.point(0)).containsExactly(start);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void shrinkLiesBetweenZeroAndOne(double shrink) {
    assertThatThrownBy(() -> new BacktrackingConfig(StepSize.of(1), shrink, 0.1, false))
        .hasMessageContaining("shrink is " + shrink);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, Double.NaN})
  void decreaseLiesBetweenZeroAndOneHalf(double decrease) {
    assertThatThrownBy(() -> new BacktrackingConfig(StepSize.of(1), 0.5, decrease, false))
        .hasMessageContaining("decrease is " + decrease);
  }

  private static double step(Objective objective, double first, double decrease) {
    Optimizer method = method(first, decrease, false);
    Block block = new Block(objective, new double[][] {{1}});
    block.start(method);
    block.step(method);
    return block.scalar(ArmijoSearch.STEP)[0];
  }

  private static Block block(Objective objective, double... start) {
    Optimizer method = method(FIRST, DECREASE, false);
    Block block = new Block(objective, new double[][] {start});
    block.start(method);
    block.step(method);
    return block;
  }

  private static Optimizer method(double first, double decrease, boolean restart) {
    return new BacktrackingGradientDescent(
        new BacktrackingConfig(StepSize.of(first), SHRINK, decrease, restart), Saddle.problem());
  }

  private static Runs runs(Objective objective, Optimizer method, double tolerance) {
    StopRule stop = new StopRule(tolerance, 10_000, 1e6, Optional.empty());
    return Engine.run(
        new Experiment(
            objective, method, new UniformBox(Box.cube(objective.dimension(), -2, 2)), stop, 1),
        0,
        200);
  }

  private static final class Parabola extends PointObjective {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    protected double value(double[] x) {
      return x[0] * x[0] / 2;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = x[0];
    }
  }

  /** |x - 1|, whose gradient is nowhere small. */
  private static final class Kink extends PointObjective {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    protected double value(double[] x) {
      return Math.abs(x[0] - 1);
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = x[0] < 1 ? -1 : 1;
    }
  }
}

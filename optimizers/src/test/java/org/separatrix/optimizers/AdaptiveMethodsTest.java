package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.start.UniformBox;

class AdaptiveMethodsTest {
  private static final double EPSILON = 1e-8;
  private static final double ALPHA = 0.05;
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double ACCUMULATOR = 0.1;

  private static final Optimizer ADAM = new Adam(new Adam.Config(ALPHA, BETA_1, BETA_2, EPSILON));
  private static final Optimizer RMSPROP = new RmsProp(new RmsProp.Config(ALPHA, BETA_2, EPSILON));
  private static final Optimizer ADAGRAD = new AdaGrad(new AdaGrad.Config(ALPHA, ACCUMULATOR));

  /** All lanes against Algorithm 1 as it is printed, with both means corrected. */
  @Test
  void adamMovesAsItsPublishedAlgorithm() {
    double[][] starts = starts();
    Block block = block(ADAM, starts);
    double[][] m = new double[starts.length][2];
    double[][] v = new double[starts.length][2];
    for (int step = 1; step <= 50; step++) {
      block.step(ADAM);
      for (int i = 0; i < starts.length; i++) {
        double[] g = gradient(starts[i]);
        for (int k = 0; k < 2; k++) {
          m[i][k] = BETA_1 * m[i][k] + (1 - BETA_1) * g[k];
          v[i][k] = BETA_2 * v[i][k] + (1 - BETA_2) * g[k] * g[k];
          double mean = m[i][k] / (1 - Math.pow(BETA_1, step));
          double square = v[i][k] / (1 - Math.pow(BETA_2, step));
          starts[i][k] -= ALPHA * mean / (Math.sqrt(square) + EPSILON);
        }
        assertThat(block.point(i)).containsExactly(starts[i], within(1e-11));
      }
    }
  }

  @Test
  void adaGradDividesByTheRootOfTheSumOfSquares() {
    double[][] starts = starts();
    Block block = block(ADAGRAD, starts);
    double[][] v = new double[starts.length][2];
    for (int step = 1; step <= 50; step++) {
      block.step(ADAGRAD);
      for (int i = 0; i < starts.length; i++) {
        double[] g = gradient(starts[i]);
        for (int k = 0; k < 2; k++) {
          v[i][k] += g[k] * g[k];
          starts[i][k] -= ALPHA * g[k] / Math.sqrt(ACCUMULATOR + v[i][k]);
        }
        assertThat(block.point(i)).containsExactly(starts[i], within(1e-11));
      }
    }
  }

  /** Whatever its scale: m' / sqrt(v') is the sign of the first gradient. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e6})
  void adamMovesByTheStepSizeFirst(double scale) {
    Block block = new Block(new Parabola(scale), new double[][] {{1}, {-3}});
    block.start(ADAM);
    block.step(ADAM);

    assertThat(block.point(0)[0]).isCloseTo(1 - ALPHA, within(1e-5 * ALPHA));
    assertThat(block.point(1)[0]).isCloseTo(-3 + ALPHA, within(1e-5 * ALPHA));
  }

  /**
   * The closed form of the two points that take turns on lambda x^2/2. On their way there runs come
   * as close to the minimum as one likes, until the mean of squares has forgotten how they began.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 40})
  void rmsPropOscillatesWithHalfTheStepSize(double lambda) {
    double amplitude = ALPHA / 2 - EPSILON / lambda;
    Optimizer method = new RmsProp(new RmsProp.Config(ALPHA, 0.9, EPSILON));

    assertThat(run(new Parabola(lambda), method, 4000).termination())
        .containsOnly(Termination.GRADIENT_TOLERANCE);
    Runs runs = run(new Parabola(lambda), method, 4000, -1);
    for (double end : runs.end()[0]) {
      assertThat(Math.abs(end)).isCloseTo(amplitude, within(1e-12));
    }
  }

  /** Late, where nothing is corrected any more, from the mean that belongs to the cycle. */
  @Test
  void adamStepsFromOnePointOfItsCycleToTheOther() {
    double lambda = 3;
    double x = ALPHA * (1 - BETA_1) / (2 * (1 + BETA_1)) - EPSILON / lambda;
    Block block = new Block(new Parabola(lambda), new double[][] {{x}});
    block.memory(0)[0][0] = -(1 - BETA_1) / (1 + BETA_1) * lambda * x;
    block.memory(1)[0][0] = lambda * x * lambda * x;

    block.step(ADAM);
    assertThat(block.point(0)[0]).isCloseTo(-x, within(1e-12 * x));
    block.step(ADAM);
    assertThat(block.point(0)[0]).isCloseTo(x, within(1e-12 * x));
  }

  /** The sums of squares stay bounded, so that runs converge as those of gradient descent do. */
  @Test
  void adaGradConverges() {
    Runs runs = run(new Saddle(), new AdaGrad(new AdaGrad.Config(0.5, 1e-6)), 20_000);

    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    for (double y : runs.end()[1]) {
      assertThat(Math.abs(y)).isCloseTo(1, within(1e-9));
    }
  }

  static Stream<Optimizer> methods() {
    return Stream.of(ADAM, RMSPROP, ADAGRAD);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void runsEndWhereSquaresOverflow(Optimizer method) {
    Runs runs = run(new Parabola(1e160), method, 1000);

    assertThat(runs.termination()).containsOnly(Termination.NON_FINITE);
    assertThat(run(new Parabola(1e140), method, 1000).termination())
        .doesNotContain(Termination.NON_FINITE);
  }

  @Test
  void onlyAdaGradHasATheorem() {
    assertThat(ADAGRAD.avoidanceTheorem().orElseThrow()).contains("2022");
    assertThat(ADAM.avoidanceTheorem()).isEmpty();
    assertThat(RMSPROP.avoidanceTheorem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatMustBePositiveIs(double value) {
    assertThatThrownBy(() -> new AdaGrad.Config(value, 1)).hasMessageStartingWith("step is ");
    assertThatThrownBy(() -> new AdaGrad.Config(1, value))
        .hasMessageStartingWith("accumulator is ");
    assertThatThrownBy(() -> new RmsProp.Config(1, 0.9, value))
        .hasMessageStartingWith("epsilon is ");
    assertThatThrownBy(() -> new Adam.Config(1, 0.9, 0.9, value))
        .hasMessageStartingWith("epsilon is ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void decaysLieBetweenZeroAndOne(double value) {
    assertThatThrownBy(() -> new RmsProp.Config(1, value, 1)).hasMessageStartingWith("decay is ");
    assertThatThrownBy(() -> new Adam.Config(1, value, 0.9, 1)).hasMessageStartingWith("beta1 is ");
    assertThatThrownBy(() -> new Adam.Config(1, 0.9, value, 1)).hasMessageStartingWith("beta2 is ");
  }

  private static double[][] starts() {
    double[][] starts = new double[60][];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = new double[] {Math.sin(3 * i) * 2, Math.cos(2 * i) * 2};
    }
    return starts;
  }

  private static double[] gradient(double[] x) {
    return new double[] {x[0], x[1] * x[1] * x[1] - x[1]};
  }

  private static Block block(Optimizer method, double[][] starts) {
    Block block = new Block(new Saddle(), starts);
    block.start(method);
    return block;
  }

  private static Runs run(Objective objective, Optimizer method, long steps) {
    return run(objective, method, steps, 1e-10);
  }

  private static Runs run(Objective objective, Optimizer method, long steps, double tolerance) {
    StopRule stop = new StopRule(tolerance, steps, Double.POSITIVE_INFINITY, Optional.empty());
    Box box = Box.cube(objective.dimension(), 1, 2);
    return Engine.run(new Experiment(objective, method, new UniformBox(box), stop, 1), 0, 20);
  }

  /** lambda x^2/2. */
  private static final class Parabola extends PointObjective {
    private final double lambda;

    Parabola(double lambda) {
      this.lambda = lambda;
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    protected double value(double[] x) {
      return lambda * x[0] * x[0] / 2;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = lambda * x[0];
    }
  }
}

package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.Experiment;

class MiniBatchGradientDescentTest {
  private static final int TERMS = 8;

  /** f_i(x) = (x - i)^2/2, the minimum at (n - 1)/2. */
  private static final class Squares implements FiniteSum {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public int terms() {
      return TERMS;
    }

    @Override
    public void value(double[][] x, double[] f, int lanes) {
      for (int i = 0; i < lanes; i++) {
        f[i] = x[0][i] * x[0][i] / 2;
      }
    }

    @Override
    public void gradient(double[][] x, double[][] g, int lanes) {
      for (int i = 0; i < lanes; i++) {
        g[0][i] = x[0][i] - (TERMS - 1) / 2.0;
      }
    }

    @Override
    public void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
      for (int i = 0; i < lanes; i++) {
        assertThat(batch[i]).doesNotHaveDuplicates();
        double sum = 0;
        for (int term : batch[i]) {
          sum += x[0][i] - term;
        }
        g[0][i] = sum / batch[i].length;
      }
    }
  }

  private static final class Zero implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] x) {
      x[0] = 0;
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }

  private static Experiment experiment(int batch, int steps) {
    StopRule stop = new StopRule(-1, steps, 1e9, Optional.empty());
    return new Experiment(
        new Squares(), new MiniBatchGradientDescent(1, batch, TERMS), new Zero(), stop, 5);
  }

  /** With alpha = 1 the step goes to the mean of the batch, of variance S/b (n - b)/(n - 1). */
  @Test
  void theMeanOfABatchHasTheVarianceOfSamplingWithoutReplacement() {
    for (int batch : new int[] {1, 3, 7}) {
      Runs runs = Engine.run(experiment(batch, 1), 0, 20_000);
      double mean = 0;
      double squares = 0;
      for (double x : runs.end()[0]) {
        mean += x / runs.size();
        squares += (x - 3.5) * (x - 3.5) / runs.size();
      }
      double variance = (TERMS * TERMS - 1) / 12.0 / batch * (TERMS - batch) / (TERMS - 1.0);
      assertThat(mean).isCloseTo(3.5, within(6 * Math.sqrt(variance / 20_000)));
      assertThat(squares / variance).isCloseTo(1, within(6 * Math.sqrt(2 / 20_000.0)));
    }
  }

  @Test
  void threadsAndBlocksDoNotMatter() {
    Experiment experiment = experiment(3, 20);
    Runs one = new Ensemble(1).collect("batches", experiment, 3000, () -> false);
    Runs two = new Ensemble(2).collect("batches", experiment, 3000, () -> false);
    assertThat(two.end()).isDeepEqualTo(one.end());
    for (int run = 0; run < 20; run++) {
      assertThat(Engine.run(experiment, run, 1).end()[0][0]).isEqualTo(one.end()[0][run]);
    }
  }

  @Test
  void theConfigChoosesTheKindOfNoise() {
    Problem problem = new Problem("squares", new Squares(), Box.cube(1, -1, 1), Optional.empty());
    assertThat(method(problem, 0.1, null)).isInstanceOf(StochasticGradientDescent.class);
    assertThat(method(problem, 0, 3)).isInstanceOf(MiniBatchGradientDescent.class);
    assertThat(method(problem, 0, TERMS)).isInstanceOf(GradientDescent.class);
    assertThat(method(problem, 0, 3).linearization()).isEmpty();
    assertThat(method(problem, 0, 3).isDeterministic()).isFalse();
  }

  @Test
  void whatCannotBeIsRefused() {
    Problem problem = new Problem("squares", new Squares(), Box.cube(1, -1, 1), Optional.empty());
    assertThatThrownBy(() -> method(problem, 0, 9))
        .hasMessage("batch is 9, but objective 'squares' has 8 terms");
    assertThatThrownBy(() -> method(Saddle.problem(), 0, 2))
        .hasMessageStartingWith("batch is 2, but objective 'saddle' is not a sum over terms.");
    assertThatThrownBy(() -> method(problem, 0, 0)).hasMessage("batch is 0: it must be at least 1");
    assertThatThrownBy(() -> method(problem, 0.1, 2))
        .hasMessage("batch is 2, and noise is 0.1: keep one");
  }

  private static Optimizer method(Problem problem, double noise, @Nullable Integer batch) {
    return StochasticGradientDescent.of(
        new StochasticGradientDescent.Config(StepSize.of(0.1), noise, batch), problem);
  }
}

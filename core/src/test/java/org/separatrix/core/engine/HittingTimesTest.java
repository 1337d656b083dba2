package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

class HittingTimesTest {
  private static final StopRule STOP = new StopRule(1e-12, 2000, 1e8, Optional.empty());
  private static final List<Target> TARGETS =
      List.of(
          new Target.GradientNorm(1e-2),
          new Target.GradientNorm(1e-6),
          new Target.Value(-0.25 + 1e-4),
          new Target.Distance(1e-3, List.of(new double[] {0, 1}, new double[] {0, -1})),
          new Target.Distance(1e-3, List.of(new double[] {0, 1})));

  private static Experiment lee(Optimizer optimizer) {
    return new Experiment(new LeeFunction(), optimizer, new CubeStart(), STOP, 7);
  }

  /**
   * On f = lambda x^2 / 2 the norm of the gradient after k steps is lambda (1 - alpha lambda)^k
   * |x_0|, so that the first k is known; the gradient at x_k counts.
   */
  @Test
  void gradientDescentOnAQuadraticTakesTheKnownNumberOfSteps() {
    double[][] points = {{1}, {-3}, {0.004}, {1e-9}, {700}};
    Experiment experiment =
        new Experiment(
            new DiagonalQuadratic(2),
            FixedStep.gradientDescent(0.05),
            new ListStart(points),
            STOP,
            1);
    Hits hits =
        new HittingTimes(
                experiment,
                List.of(
                    new Target.GradientNorm(1e-2),
                    new Target.Value(1e-6),
                    new Target.Distance(1e-5, List.of(new double[] {0}))))
            .run(0, points.length);

    for (int run = 0; run < points.length; run++) {
      double x = Math.abs(points[run][0]);
      assertThat(hits.gradients()[0][run]).isEqualTo(1 + first(1e-2, 2 * x, 0.9));
      assertThat(hits.gradients()[1][run]).isEqualTo(1 + first(1e-6, x * x, 0.81));
      assertThat(hits.gradients()[2][run]).isEqualTo(1 + first(1e-5, x, 0.9));
    }
    assertThat(hits.reached()).isDeepEqualTo(all(3, points.length));
    assertThat(hits.values()).isDeepEqualTo(new long[3][points.length]);
  }

  private static long first(double level, double from, double factor) {
    return Math.max(0, (long) Math.ceil(Math.log(level / from) / Math.log(factor)));
  }

  private static boolean[][] all(int targets, int runs) {
    boolean[][] all = new boolean[targets][runs];
    for (boolean[] row : all) {
      Arrays.fill(row, true);
    }
    return all;
  }

  /** The engine's own count of steps to a tolerance, by another loop. */
  @Test
  void agreesWithTheStopRule() {
    Optimizer method = FixedStep.nesterov(0.05, 0.6);
    Hits hits = new HittingTimes(lee(method), TARGETS).run(0, 300);
    for (int t = 0; t < 2; t++) {
      double tolerance = ((Target.GradientNorm) TARGETS.get(t)).tolerance();
      Runs runs =
          Engine.run(
              new Experiment(
                  new LeeFunction(),
                  method,
                  new CubeStart(),
                  STOP.withGradientTolerance(tolerance),
                  7),
              0,
              300);
      assertThat(hits.gradients()[t])
          .isEqualTo(LongStream.of(runs.steps()).map(steps -> steps + 1).toArray());
    }
    // Half of the runs go to the other minimum, and are given up when the rule ends them.
    Runs whole = Engine.run(lee(method), 0, 300);
    int lost = 0;
    for (int run = 0; run < 300; run++) {
      boolean reached = whole.end()[1][run] > 0;
      assertThat(hits.reached()[4][run]).isEqualTo(reached);
      assertThat(hits.reached()[3][run]).isTrue();
      if (!reached) {
        lost++;
        assertThat(hits.gradients()[4][run]).isEqualTo(whole.steps()[run] + 1);
      } else {
        assertThat(hits.gradients()[4][run]).isEqualTo(hits.gradients()[3][run]);
      }
    }
    assertThat(lost).isBetween(100, 200);
  }

  @Test
  void neitherThreadsNorChunksMatter() {
    HittingTimes times = new HittingTimes(lee(new RandomWalk()), TARGETS);
    Hits alone = new Ensemble(1).hittingTimes("test", times, 300, () -> false);
    Hits together = new Ensemble(3).hittingTimes("test", times, 300, () -> false);
    Hits rest = times.run(200, 100);

    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
    for (int t = 0; t < TARGETS.size(); t++) {
      assertThat(rest.gradients()[t]).isEqualTo(Arrays.copyOfRange(alone.gradients()[t], 200, 300));
    }
  }

  /**
   * It asks for two values and one gradient more at every third step of a run, of that lane only.
   */
  @Test
  void whatAMethodAsksForCounts() {
    Hits plain = new HittingTimes(lee(FixedStep.gradientDescent(0.1)), TARGETS).run(0, 100);
    Hits asking = new HittingTimes(lee(new Inquisitive()), TARGETS).run(0, 100);

    assertThat(asking.reached()).isDeepEqualTo(plain.reached());
    for (int t = 0; t < TARGETS.size(); t++) {
      for (int run = 0; run < 100; run++) {
        long steps = plain.gradients()[t][run] - 1;
        long events = (steps + 2) / 3;
        assertThat(asking.gradients()[t][run]).isEqualTo(steps + 1 + events);
        assertThat(asking.values()[t][run]).isEqualTo(2 * events);
      }
    }
  }

  /** Nothing is reached by what is not a number, and a fall without end is no low value. */
  @Test
  void aRunThatDivergesReachesNothing() {
    StopRule far = new StopRule(1e-12, 100_000, Double.POSITIVE_INFINITY, Optional.empty());
    Experiment experiment =
        new Experiment(
            new DiagonalQuadratic(-1, 1),
            FixedStep.gradientDescent(2.5),
            new ListStart(new double[][] {{1, 1}}),
            far,
            1);
    Hits hits =
        new HittingTimes(
                experiment, List.of(new Target.GradientNorm(1e-3), new Target.Value(-1e300)))
            .run(0, 1);

    assertThat(hits.reached()[0][0]).isFalse();
    assertThat(hits.gradients()[0][0]).isGreaterThan(500);
  }

  /** Gradient descent that asks for what it does not use, for some lanes together. */
  private static final class Inquisitive implements Optimizer {
    @Override
    public int memory() {
      return 0;
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      int due = 0;
      for (int i = 0; i < block.lanes(); i++) {
        due += block.steps(i) % 3 == 0 ? 1 : 0;
      }
      if (due > 0) {
        double[][] x = new double[2][due];
        oracle.value(x, new double[due], due);
        oracle.value(x, new double[due], due);
        oracle.gradient(x, new double[2][due], due);
      }
      for (int k = 0; k < 2; k++) {
        for (int i = 0; i < block.lanes(); i++) {
          block.position()[k][i] = Math.fma(-0.1, block.gradient()[k][i], block.position()[k][i]);
        }
      }
    }
  }
}

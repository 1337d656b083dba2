package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;

class UnlistedMinimaTest {
  private static final Optimizer DESCENT = GradientDescentLoop.method(0.1);

  /** x_{k+1} = x_k + 0.9 (x_k - x_{k-1}) - 0.1 f'(x_k). */
  private static final LinearMethod HEAVY_BALL =
      new LinearMethod(
          new double[][] {{1.9, -0.9}, {1, 0}}, new double[] {-0.1, 0}, new double[] {1, 0}) {};

  private static final TestFunction LEE = TestFunction.lee();

  @Test
  void aMinimumAttractsWithAndWithoutTheHessianOfTheObjective() {
    assertThat(attracts(LEE, DESCENT, 1e-6, 1 + 1e-6)).isTrue();
    assertThat(attracts(LEE.withoutHessian(), DESCENT, 1e-6, 1 + 1e-6)).isTrue();
    assertThat(attracts(LEE, DESCENT, 0, 1)).isTrue();
  }

  @Test
  void aSaddleDoesNot() {
    assertThat(attracts(LEE, DESCENT, 1e-6, 1e-6)).isFalse();
    assertThat(attracts(LEE, DESCENT, 0, 0)).isFalse();
  }

  @Test
  void aDegenerateMinimumDoesNot() {
    TestFunction quartic = TestFunction.power(1, 0, 1, 0, 4);
    assertThat(attracts(quartic, DESCENT, 0, 0)).isFalse();
    assertThat(attracts(quartic, DESCENT, 0, 1e-3)).isFalse();
  }

  /** The slope of e^x is as convex as a minimum, and its gradient as small; the step is 1. */
  @Test
  void aTailThatFlattensOutDoesNot() {
    TestFunction tail =
        new TestFunction(
            Box.cube(1, -50, 50),
            x -> Math.exp(x[0]),
            (x, g) -> g[0] = Math.exp(x[0]),
            (x, h) -> h[0][0] = Math.exp(x[0]));
    assertThat(attracts(tail, DESCENT, -30)).isFalse();
  }

  /** At y = 1 the curvature is 2: a step of 1.1 maps a deviation to -1.2 of it. */
  @Test
  void aMinimumRepelsStepsThatAreTooLong() {
    assertThat(attracts(LEE, GradientDescentLoop.method(0.99), 0, 1 + 1e-9)).isTrue();
    assertThat(attracts(LEE, GradientDescentLoop.method(1.1), 0, 1 + 1e-9)).isFalse();
  }

  @Test
  void momentumMayRollThroughAMinimum() {
    double[][] at = {{0}, {1}};
    assertThat(attracts(LEE, HEAVY_BALL, at, new double[][][] {{{0}, {1}}})).isTrue();
    assertThat(attracts(LEE, HEAVY_BALL, at, new double[][][] {{{0}, {0.2}}})).isFalse();
  }

  /** The minima of -cos x are 2 pi k, more of them than a census keeps. */
  @Test
  void runsGoToMinimaForWhichTheCensusHasNoRoom() {
    int kept = CriticalPointSearch.mostPoints(1);
    TestFunction cosine =
        new TestFunction(
            Box.cube(1, -1, 2 * Math.PI * (kept + 100)),
            x -> -Math.cos(x[0]),
            (x, g) -> g[0] = Math.sin(x[0]),
            (x, h) -> h[0][0] = Math.cos(x[0]));
    Census full =
        new Census(
            CriticalPointSearchTest.problem(cosine),
            IntStream.range(0, kept).mapToObj(UnlistedMinimaTest::minimum).toList(),
            Status.VIOLATED);
    StopRule stop = new StopRule(1e-8, 10_000, 1e8, Optional.empty());
    GradientDescentLoop loop = new GradientDescentLoop(cosine, 0.1);
    double[] starts = {
      2 * Math.PI * 7 + 1, 2 * Math.PI * (kept + 50) + 1, Math.PI * (2 * kept + 1)
    };
    // The last one is brought to the maximum exactly enough to stop there.
    Runs runs = loop.run(new double[][] {starts}, stop);
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);

    RunLimits limits = new Limits(full, DESCENT, stop, loop).decide(runs);

    assertThat(limits.limits()).containsExactly(7, RunLimits.UNLISTED, RunLimits.UNRESOLVED);
    assertThat(limits.toUnlistedMinima()).isEqualTo(1);
    assertThat(limits.unresolved()).isEqualTo(1);
    assertThat(limits.found()).isEmpty();
  }

  private static CriticalPoint minimum(int k) {
    return new CriticalPoint(
        "c" + (k + 1),
        new double[] {2 * Math.PI * k},
        -1,
        0,
        new double[] {1},
        new double[][] {{1}},
        CriticalPointKind.LOCAL_MINIMUM,
        Status.ESTIMATED);
  }

  private static boolean attracts(Objective objective, Optimizer method, double... end) {
    double[][] column = Arrays.stream(end).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    return attracts(objective, method, column, new double[0][][]);
  }

  private static boolean attracts(
      Objective objective, Optimizer method, double[][] end, double[][][] memory) {
    Runs runs =
        new Runs(
            0,
            end,
            end,
            memory,
            new double[0][],
            new double[1],
            new double[1],
            new long[1],
            new Termination[] {Termination.GRADIENT_TOLERANCE},
            1,
            0);
    PointFunction function = new PointFunction(CriticalPointSearchTest.problem(objective));
    return new UnlistedMinima(function, method).attract(runs, 0);
  }
}

package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

class LimitsTest {
  private static final StopRule TIGHT = new StopRule(1e-10, 100_000, 1e8, Optional.empty());

  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-2, 1e-3})
  void runsOnFromFalseSaddleStops(double tolerance) {
    Experiment lee = new Experiment(TestFunction.lee(), 0.1);
    double[][] starts = uniform(2, 20_000, 2);
    // these pass through the neighbourhood of the saddle, and stop there
    for (int i = 0; i < 100; i++) {
      starts[1][i] = tolerance * (i % 2 == 0 ? 1 : -1) * (i + 1) / 400;
      starts[0][i] = 0.5 * tolerance;
    }
    Runs runs = lee.run(starts, TIGHT.withGradientTolerance(tolerance));
    assertThat(Arrays.stream(runs.end()[1]).filter(y -> Math.abs(y) < 0.5).count())
        .isGreaterThanOrEqualTo(100);
    RunLimits limits = lee.decide(runs, TIGHT.withGradientTolerance(tolerance));
    assertThat(limits.unresolved()).isZero();
    for (int i = 0; i < runs.size(); i++) {
      assertThat(limits.limits()[i]).isEqualTo(starts[1][i] > 0 ? 2 : 0);
      assertThat(limits.runs().steps()[i]).isGreaterThanOrEqualTo(runs.steps()[i]);
    }
    assertThat(limits.runs().steps()[0]).isGreaterThan(20);
    assertThat(limits.runs().end()[1][0]).isCloseTo(1, within(tolerance));
    assertThat(limits.found()).isEmpty();
  }

  @Test
  void countsARunOnTheStableManifoldAsAHit() {
    Experiment lee = new Experiment(TestFunction.lee(), 0.1);
    double[][] starts = {{1.5, 1.5, -0.3, 1.5}, {0, 1e-300, -0.0, 1e-17}};
    Runs runs = lee.run(starts, TIGHT);
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    assertThat(runs.end()[1][1]).isLessThan(1e-200);
    RunLimits limits = lee.decide(runs, TIGHT);
    assertThat(limits.limits()).containsExactly(1, 2, 1, 2);
    // the linear law: ln(1 / 1e-300) / ln 1.1 = 7248 steps
    assertThat(limits.runs().steps()[1]).isBetween(7200L, 7600L);
  }

  /** Such a step multiplies y by 1 + 1e-20, which is 1 in doubles: the run would leave. */
  @Test
  void whatCannotMoveInDoublesIsNoHit() {
    Experiment lee = new Experiment(TestFunction.lee(), 1e-20);
    StopRule loose = TIGHT.withGradientTolerance(1e-6);
    Runs runs = lee.run(new double[][] {{0}, {1e-10}}, loose);
    assertThat(lee.decide(runs, loose).limits()).containsExactly(RunLimits.UNRESOLVED);
  }

  /** In a sum of squares the eigenvalue -1e-12 is proven, though it is rounding beside 1e12. */
  @Test
  void aProvenDirectionIsTakenForOneHoweverFlatItIs() {
    TestFunction steep =
        new TestFunction(
            new Box(new double[] {-1e-6, -1e6}, new double[] {1e-6, 1e6}),
            x -> 5e11 * x[0] * x[0] - 5e-13 * x[1] * x[1],
            (x, g) -> TestFunction.set(g, 1e12 * x[0], -1e-12 * x[1]),
            (x, h) -> TestFunction.set(h, 1e12, 0, -1e-12));
    CriticalPoint saddle =
        new CriticalPoint(
            "c1",
            new double[2],
            0,
            0,
            new double[] {-1e-12, 1e12},
            new double[][] {{0, 1}, {1, 0}},
            CriticalPointKind.STRICT_SADDLE,
            Status.CERTIFIED);
    Problem problem = CriticalPointSearchTest.problem(steep);
    StopRule loose = TIGHT.withGradientTolerance(1e-8);
    GradientDescentLoop loop = new GradientDescentLoop(steep, 1e-12);
    Runs runs = loop.run(new double[][] {{0}, {100}}, loose);
    Census census = new Census(problem, List.of(saddle), Status.CERTIFIED);
    assertThat(
            new Limits(census, GradientDescentLoop.method(1e-12), loose, loop)
                .decide(runs)
                .limits())
        .containsExactly(RunLimits.UNRESOLVED);
  }

  @Test
  void assignsTheBasinsOfHimmelblau() {
    Experiment himmelblau = new Experiment(TestFunction.himmelblau(), 0.001);
    Runs runs = himmelblau.run(uniform(2, 4000, 5), TIGHT.withGradientTolerance(1e-6));
    RunLimits limits = himmelblau.decide(runs, TIGHT.withGradientTolerance(1e-6));
    assertThat(limits.unresolved()).isZero();
    // published shares; six standard deviations at n = 4000
    assertShare(himmelblau, limits, 0.255635, 3, 2);
    assertShare(himmelblau, limits, 0.259893, -2.805118, 3.131312);
    assertShare(himmelblau, limits, 0.247194, 3.584428, -1.848127);
    assertShare(himmelblau, limits, 0.237278, -3.779310, -3.283186);
  }

  @Test
  void findsPointsThatTheCensusLacks() {
    Experiment whole = new Experiment(TestFunction.himmelblau(), 0.001);
    Census few =
        new Census(
            whole.census.problem(),
            whole.census.points().subList(0, 1),
            whole.census.completeness());
    Experiment blind = new Experiment(TestFunction.himmelblau(), 0.001, few);
    Runs runs = blind.run(uniform(2, 200, 5), TIGHT);
    RunLimits limits = blind.decide(runs, TIGHT);
    RunLimits expected = whole.decide(runs, TIGHT);
    assertThat(limits.found()).hasSize(3);
    Representatives merged = new Representatives(CriticalPointSearch.merged(few, limits.found()));
    for (int i = 0; i < runs.size(); i++) {
      CriticalPoint point = merged.of(limits.limit(i).orElseThrow());
      assertThat(point.distance(expected.limit(i).orElseThrow().x())).isLessThan(1e-9);
    }
  }

  @Test
  void doesNotDependOnTheChunk() {
    Experiment lee = new Experiment(TestFunction.lee(), 0.1);
    StopRule loose = TIGHT.withGradientTolerance(0.05);
    double[][] starts = uniform(2, 3000, 9);
    Runs all = lee.run(starts, loose);
    RunLimits together = lee.decide(all, loose);
    for (int i = 0; i < 3000; i += 37) {
      Runs one = lee.run(new double[][] {{starts[0][i]}, {starts[1][i]}}, loose);
      RunLimits alone = lee.decide(one, loose);
      assertThat(alone.limits()[0]).isEqualTo(together.limits()[i]);
      assertThat(alone.runs().steps()[0]).isEqualTo(together.runs().steps()[i]);
      assertThat(alone.runs().end()[1][0]).isEqualTo(together.runs().end()[1][i]);
    }
  }

  /** What a projection tells at once is what a search, a classification and a comparison tell. */
  @Test
  void endsOnACurveAreMatchedAsByRefinement() {
    Experiment first = new Experiment(TestFunction.hyperbola(), 0.05);
    Runs runs = first.run(uniform(2, 2000, 2), TIGHT);
    Census census = CriticalPointSearch.merged(first.census, first.decide(runs, TIGHT).found());
    Experiment hyperbola = new Experiment(TestFunction.hyperbola(), 0.05, census);
    RunLimits limits = hyperbola.decide(runs, TIGHT);
    PointFunction function = new PointFunction(census.problem());
    for (int i = 0; i < 2000; i += 7) {
      PointSet points = new PointSet(function);
      census.points().forEach(points::addDistinct);
      FoundPoint expected =
          points.add(new NewtonSearch(function).from(runs.endOf(i)).orElseThrow());

      assertThat(limits.limit(i).orElseThrow().distance(expected.x()))
          .as("run %d", i)
          .isLessThan(1e-7);
    }
  }

  @Test
  void leavesRunsWithoutLimitAlone() {
    Experiment lee = new Experiment(TestFunction.lee(), 0.1);
    double[][] starts = {{0, 0, 0, 0}, {5, Double.NaN, 1.5, 0.1}};
    StopRule short5 = TIGHT.withMaxSteps(5);
    RunLimits limits = lee.decide(lee.run(starts, short5), short5);
    assertThat(limits.limits()[0]).isEqualTo(RunLimits.NONE);
    assertThat(limits.limits()[1]).isEqualTo(RunLimits.NONE);
    assertThat(limits.limits()[2]).as("far from linear").isEqualTo(RunLimits.UNRESOLVED);
  }

  @Test
  void resolvesRunsOutOfBudgetOnlyWhereThePointAttracts() {
    StopRule stop = new StopRule(1e-12, 100, 1e8, Optional.empty());
    double[][] starts = {{0.1}, {0.9}};
    Experiment stable = new Experiment(TestFunction.lee(), 0.1);
    assertThat(stable.decide(stable.run(starts, stop), stop).limits()).containsExactly(2);
    // beyond 2/L = 1 the minimum repels: the run ends on a 2-cycle
    Experiment unstable = new Experiment(TestFunction.lee(), 1.1);
    Runs cycle = unstable.run(starts, stop);
    assertThat(cycle.termination()).containsOnly(Termination.BUDGET);
    assertThat(unstable.decide(cycle, stop).limits()).containsExactly(RunLimits.UNRESOLVED);
  }

  @Test
  void doesNotTakeAPassageForConvergence() {
    // alpha = 1.1 > 2/L repels from the minimum, but the loose tolerance stops a run next to it
    StopRule stop = new StopRule(1e-3, 1000, 1e8, Optional.empty());
    Experiment unstable = new Experiment(TestFunction.lee(), 1.1);
    Runs runs = unstable.run(new double[][] {{0}, {1 + 1e-5}}, stop);
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    RunLimits limits = unstable.decide(runs, stop);
    assertThat(limits.limits()).containsExactly(RunLimits.UNRESOLVED);
  }

  @Test
  void aPlaceWhereTheFunctionIsNotANumberIsNoLimit() {
    Experiment nowhere = new Experiment(CriticalPointSearchTest.nowhereDefined(), 0.1);
    Runs runs = nowhere.run(new double[][] {{0.3}, {-0.4}}, TIGHT);
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    RunLimits limits = nowhere.decide(runs, TIGHT);
    assertThat(limits.limits()).containsExactly(RunLimits.UNRESOLVED);
    assertThat(limits.found()).isEmpty();
  }

  @Test
  void assignsRunsToDegeneratePoints() {
    Experiment cubic = new Experiment(TestFunction.power(1, 0.3, 1, 0.7, 3), 0.1);
    StopRule stop = new StopRule(1e-6, 100_000, 1e8, Optional.empty());
    Runs runs = cubic.run(new double[][] {{0.4, 0.4}, {1.0, 0.6}}, stop);
    assertThat(cubic.decide(runs, stop).limits()).containsExactly(0, RunLimits.NONE);
  }

  @Test
  void decidesAHundredThousandEndsQuickly() {
    Experiment himmelblau = new Experiment(TestFunction.himmelblau(), 0.001);
    Runs runs = himmelblau.run(uniform(2, 1000, 5), TIGHT.withGradientTolerance(1e-6));
    int n = 100_000;
    double[][] end = new double[2][n];
    Termination[] termination = new Termination[n];
    Arrays.fill(termination, Termination.GRADIENT_TOLERANCE);
    for (int i = 0; i < n; i++) {
      end[0][i] = runs.end()[0][i % 1000];
      end[1][i] = runs.end()[1][i % 1000];
    }
    Runs many = new Runs(0, end, end, new double[n], new double[n], new long[n], termination, n, 0);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = threads.getCurrentThreadCpuTime();
      assertThat(himmelblau.decide(many, TIGHT).unresolved()).isZero();
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    assertThat(best * 1e-9).isLessThan(0.5);
  }

  private static void assertShare(
      Experiment experiment, RunLimits limits, double share, double... x) {
    CriticalPoint point =
        experiment.census.points().stream()
            .filter(each -> each.distance(x) < 1e-5)
            .findFirst()
            .orElseThrow();
    int index = experiment.census.points().indexOf(point);
    long count = Arrays.stream(limits.limits()).filter(limit -> limit == index).count();
    int n = limits.limits().length;
    assertThat((double) count / n).isCloseTo(share, within(6 * Math.sqrt(share * (1 - share) / n)));
  }

  private static double[][] uniform(int d, int n, double bound) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] x = new double[d][n];
    for (double[] row : x) {
      for (int i = 0; i < n; i++) {
        row[i] = bound * (2 * random.nextDouble() - 1);
      }
    }
    return x;
  }

  private record Experiment(Objective objective, double alpha, Census census) {
    Experiment(Objective objective, double alpha) {
      this(
          objective,
          alpha,
          new CriticalPointSearch(CriticalPointSearchTest.problem(objective), 42).search());
    }

    Runs run(double[][] starts, StopRule stop) {
      return new GradientDescentLoop(objective, alpha).run(starts, stop);
    }

    RunLimits decide(Runs runs, StopRule stop) {
      return new Limits(
              census,
              GradientDescentLoop.method(alpha),
              stop,
              new GradientDescentLoop(objective, alpha))
          .decide(runs);
    }
  }
}

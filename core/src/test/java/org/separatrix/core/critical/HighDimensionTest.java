package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.task.TaskPool;

/** The sum of (x_k^2 - 1)^2, whose runs end at as many minima as there are runs. */
class HighDimensionTest {
  private static final double ALPHA = 0.02;
  private static final StopRule STOP = new StopRule(1e-10, 10_000, 1e8, Optional.empty());

  @Test
  @Timeout(30)
  void resolvesEveryRunInTwoHundredDimensions() {
    GrowingCensus census = census(200);
    RunLimits limits = decide(census, 40);

    assertThat(limits.unresolved()).isZero();
    assertThat(limits.found()).hasSize(40);
    assertThat(limits.found()).allMatch(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM);
    census.add(limits.found());
    assertThat(decide(census, 40).found()).isEmpty();
  }

  @Test
  @Timeout(60)
  void keepsAFewPointsInAThousandDimensionsAndSaysSo() {
    GrowingCensus census = census(1000);
    int known = census.census().points().size();
    RunLimits limits = decide(census, 30);

    assertThat(CriticalPointSearch.mostPoints(1000)).isEqualTo(16);
    assertThat(limits.found()).hasSize(16 - known);
    assertThat(limits.unresolved()).isEqualTo(30 - limits.found().size());
    census.add(limits.found());
    assertThat(census.census().points()).hasSize(16);
    assertThat(census.census().completeness()).isEqualTo(Status.VIOLATED);
  }

  @Test
  @Timeout(10)
  void worksWithoutHessiansInThreeThousandDimensions() {
    GrowingCensus census = census(3000);

    assertThat(census.census().points()).isEmpty();
    assertThat(census.census().completeness()).isEqualTo(Status.VIOLATED);
    assertThat(decide(census, 3).unresolved()).isEqualTo(3);
  }

  @Test
  void stopsWhenItIsTold() {
    assertThatThrownBy(
            () ->
                GrowingCensus.search(
                    problem(200), 42, Optional.empty(), TaskPool.sequential(), () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static GrowingCensus census(int dimension) {
    return GrowingCensus.search(
        problem(dimension), 42, Optional.empty(), TaskPool.sequential(), () -> false);
  }

  private static RunLimits decide(GrowingCensus census, int count) {
    TestFunction wells = wells(census.census().problem().dimension());
    SplittableRandom random = new SplittableRandom(3);
    double[][] starts = new double[wells.dimension()][count];
    for (double[] row : starts) {
      Arrays.setAll(row, i -> 4 * random.nextDouble() - 2);
    }
    GradientDescentLoop loop = new GradientDescentLoop(wells, ALPHA);
    Runs runs = loop.run(starts, STOP);
    return census.limits(GradientDescentLoop.method(ALPHA), STOP, loop).decide(runs);
  }

  private static Problem problem(int dimension) {
    return CriticalPointSearchTest.problem(wells(dimension));
  }

  private static TestFunction wells(int dimension) {
    return new TestFunction(
        Box.cube(dimension, -2, 2),
        x -> Arrays.stream(x).map(each -> (each * each - 1) * (each * each - 1)).sum(),
        (x, g) -> Arrays.setAll(g, k -> 4 * x[k] * (x[k] * x[k] - 1)),
        (x, h) -> {
          for (int k = 0; k < x.length; k++) {
            Arrays.fill(h[k], 0);
            h[k][k] = 12 * x[k] * x[k] - 4;
          }
        });
  }
}

package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class CalmRegionTest {
  private static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  private static final String SADDLE = "x^2/2 - y^2/2";

  /** y = 2 leaves the domain; everywhere a gradient grows by at most 1.1 a step. */
  @Test
  void runsThatMayLeaveAreCalmWhereTheyCannotInAWindow() {
    CalmRegion region = regions(SADDLE, 0.1).get(0);
    double distance = 0.1 * (Math.pow(1.1, 17) - 1) / 0.1;

    assertThat(region.isInvariant()).isFalse();
    assertThat(region.steps()).isEqualTo(16);
    assertThat(region.half()[1]).isCloseTo(2, within(1e-5));
    assertThat(Math.sqrt(region.quiet())).isBetween(bound(1.1, 16), 1.05 * bound(1.1, 16));
    assertThat(Math.sqrt(region.most())).isCloseTo(0.99 / (1.1 * distance), within(1e-3));
  }

  /** The domain is mapped into itself; there the eigenvalues are in [-1, 11]. */
  @Test
  void runsThatCannotLeaveAreCalmForLong() {
    List<CalmRegion> regions = regions(LEE, 0.08);

    assertThat(regions).extracting(CalmRegion::steps).containsExactly(64, 32, 16, 8);
    assertThat(regions).allMatch(CalmRegion::isInvariant);
    for (CalmRegion region : regions) {
      double least = bound(1.08, region.steps());
      assertThat(Math.sqrt(region.quiet())).isBetween(least, 1.05 * least);
    }
  }

  /** x -> (1 - alpha) x: beyond alpha = 2 the domain is not mapped into itself. */
  @Test
  void invarianceEndsWhereItShould() {
    assertThat(regions("x^2/2 + y^2/2", 1.99).get(0).isInvariant()).isTrue();
    assertThat(regions("x^2/2 + y^2/2", 2.01).get(0).isInvariant()).isFalse();
  }

  /** What the gradient may have been a step before the window began. */
  private static double bound(double growth, int steps) {
    return 1e-10 * Math.pow(growth, steps + 1);
  }

  /** Each start that is calm, moved by hand for a window, stays in the box and above tolerance. */
  @Test
  void calmRunsNeedNoWatch() {
    assertCalmRunsStay(regions(LEE, 0.08), 0.08, 2, y -> y * y * y - y);
    assertCalmRunsStay(regions(LEE, 0.25), 0.25, 2, y -> y * y * y - y);
    assertCalmRunsStay(regions(SADDLE, 0.1), 0.1, 3, y -> -y);
  }

  private static void assertCalmRunsStay(
      List<CalmRegion> regions, double alpha, double bound, DoubleUnaryOperator slope) {
    assertThat(regions).isNotEmpty();
    for (CalmRegion region : regions) {
      int calm = 0;
      for (double y0 = -1.999; y0 < 2; y0 += 1e-3) {
        if (Math.abs(slope.applyAsDouble(y0)) <= Math.sqrt(region.most())) {
          calm++;
          assertStays(y0, region, alpha, bound, slope);
        }
      }
      assertThat(calm).isGreaterThan(100);
    }
  }

  private static void assertStays(
      double start, CalmRegion region, double alpha, double bound, DoubleUnaryOperator slope) {
    double y = start;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < region.steps(); step++) {
      least = Math.min(least, Math.abs(slope.applyAsDouble(y)));
      y -= alpha * slope.applyAsDouble(y);
      assertThat(Math.abs(y)).isLessThanOrEqualTo(bound);
    }
    double last = Math.abs(slope.applyAsDouble(y));
    assertThat(last <= Math.sqrt(region.quiet()) || least > 1e-10)
        .as("from %s: %s at the end, %s within", start, last, least)
        .isTrue();
  }

  @Test
  void nothingIsProvedWhereItDoesNotHold() {
    assertThat(regions(LEE, FixedStep.heavyBall(0.08, 0.5), 1e8)).isEmpty();
    assertThat(regions(LEE, 0.7)).isEmpty();
    assertThat(regions(LEE, FixedStep.gradientDescent(0.08), 2.5)).isEmpty();
    assertThat(regions("log(x) + y^2", 0.08)).isEmpty();
    assertThat(regions("x^1.5 + y^2", 0.08)).isEmpty();
  }

  private static List<CalmRegion> regions(String formula, double alpha) {
    return regions(formula, FixedStep.gradientDescent(alpha), 1e8);
  }

  private static List<CalmRegion> regions(String formula, LinearMethod method, double radius) {
    return Calm.of(
            new Experiment(
                new SymbolicFormulaCompiler()
                    .compile(Formula.of(formula, "x", "y"), Landscape.on(Box.cube(2, -2, 2))),
                method,
                new CubeStart(),
                new StopRule(1e-10, 1_000, radius, Optional.empty()),
                7))
        .regions();
  }
}

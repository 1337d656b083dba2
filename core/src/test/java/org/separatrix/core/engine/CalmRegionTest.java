package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class CalmRegionTest {
  private static final String LEE = "x^2/2 + y^4/4 - y^2/2";

  /** On [-3, 3]^2 the eigenvalues are in [-1, 26], so a gradient grows by at most 1.08 a step. */
  @Test
  void theBoundsAreThoseOfTheLargestEigenvalues() {
    CalmRegion region = regions(LEE, FixedStep.gradientDescent(0.08), 1e8).get(0);
    double growth = 0.08 * (Math.pow(1.08, 17) - 1) / 0.08;

    assertThat(region.half()).containsExactly(2, 2);
    assertThat(Math.sqrt(region.quiet()))
        .isBetween(1e-10 * Math.pow(1.08, 17), 1.05e-10 * Math.pow(1.08, 17));
    assertThat(Math.sqrt(region.most())).isCloseTo(0.99 / (1.08 * growth), within(1e-3));
  }

  /** Each start that is calm, moved by hand for a window, stays in the box and above tolerance. */
  @Test
  void calmRunsNeedNoWatch() {
    for (CalmRegion region : regions(LEE, FixedStep.gradientDescent(0.08), 1e8)) {
      assertCalmRunsStay(region);
    }
  }

  private static void assertCalmRunsStay(CalmRegion region) {
    double most = Math.sqrt(region.most());
    int calm = 0;
    for (double y0 = -2; y0 <= 2; y0 += 1e-3) {
      double y = y0;
      if (Math.abs(y * y * y - y) <= most) {
        calm++;
        for (int step = 0; step < region.steps(); step++) {
          y -= 0.08 * (y * y * y - y);
          assertThat(Math.abs(y)).isLessThan(3);
        }
      }
    }
    assertThat(calm).isGreaterThan(1000);
  }

  @Test
  void nothingIsProvedWhereItDoesNotHold() {
    LinearMethod descent = FixedStep.gradientDescent(0.08);

    assertThat(regions(LEE, FixedStep.heavyBall(0.08, 0.5), 1e8)).isEmpty();
    assertThat(regions(LEE, FixedStep.gradientDescent(0.2), 1e8)).isEmpty();
    assertThat(regions(LEE, descent, 3)).isEmpty();
    assertThat(regions("log(x) + y^2", descent, 1e8)).isEmpty();
    assertThat(regions("x^1.5 + y^2", descent, 1e8)).isEmpty();
  }

  private static List<CalmRegion> regions(String formula, LinearMethod method, double radius) {
    return CalmRegion.of(
        new Experiment(
            new SymbolicFormulaCompiler()
                .compile(Formula.of(formula, "x", "y"), Landscape.on(Box.cube(2, -2, 2))),
            method,
            new CubeStart(),
            new StopRule(1e-10, 1_000, radius, Optional.empty()),
            7));
  }
}

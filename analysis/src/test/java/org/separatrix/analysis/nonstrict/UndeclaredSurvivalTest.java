package org.separatrix.analysis.nonstrict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.statistics.FamilyWise;

/** Survival at degenerate points under methods that declare no linearization. */
class UndeclaredSurvivalTest {
  private static final Bench BENCH = new Bench();

  private static Finding survival(Problem problem, Optimizer optimizer) {
    NonStrictSaddle analyzer = new NonStrictSaddle(new NonStrictSaddle.Config(5000, 50_000, 1));
    return FamilyWise.decide(analyzer.analyze(BENCH.study(problem, optimizer), BENCH).findings())
        .get(0);
  }

  /** x^2 - y^4. */
  private static Problem quartic() {
    return Functions.problem(
        "quartic",
        Box.cube(2, -1, 1),
        12,
        Landscape.on(Box.cube(2, -1, 1)).withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0),
        (x, g) -> {
          g[0] = 2 * x[0];
          g[1] = -4 * x[1] * x[1] * x[1];
        });
  }

  @Test
  void degeneratePointsLetGoByTheMeasuredDrift() {
    for (Optimizer optimizer :
        new Optimizer[] {
          Methods.coordinateDescent(0.1), Methods.silent(Methods.heavyBall(0.02, 0.5))
        }) {
      Finding finding = survival(quartic(), optimizer);
      assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
      assertThat(finding.hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED);
    }
    Finding planar =
        survival(Functions.monkeySaddle(), Methods.silent(Methods.gradientDescent(0.1)));
    assertThat(planar.verdict()).as(planar.toString()).isEqualTo(Verdict.CONSISTENT);
  }

  /** Differences move by so little that they see 0.1; runs move by 0.05. */
  @Test
  void aStepOfSeveralScalesIsContradicted() {
    assertThat(survival(quartic(), Methods.fickle(0.05, 1e-6, 0.1)).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void aStepWithoutADerivativeIsNoGround() {
    assertThat(survival(quartic(), Methods.squareRoots(0.1)).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }
}

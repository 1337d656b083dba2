package org.separatrix.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

class StepBeyondTwoOverLTest {
  private static final Bench BENCH = new Bench();
  private static final StepBeyondTwoOverL CONTROL =
      new StepBeyondTwoOverL(new StepBeyondTwoOverL.Config(1.1));

  @Test
  void everyMinimumRepels() {
    StudyResult study = BENCH.study(Functions.himmelblau(), Methods.gradientDescent(0.001));
    List<ControlResult> outcomes = CONTROL.run(study, BENCH);
    assertThat(outcomes).hasSize(4).allMatch(ControlResult::passed);
    assertThat(outcomes.get(0).observed()).isEqualTo("times 1.2 and times 0.8");
  }

  @Test
  void otherFactors() {
    StudyResult study = BENCH.study(Functions.lee(), Methods.gradientDescent(0.1));
    for (double factor : new double[] {1.01, 1.3, 1.5}) {
      assertThat(new StepBeyondTwoOverL(new StepBeyondTwoOverL.Config(factor)).run(study, BENCH))
          .hasSize(2)
          .allMatch(ControlResult::passed);
    }
  }

  @Test
  void theUnitOfLengthDoesNotMatter() {
    for (double unit : new double[] {1e-7, 1e7}) {
      StudyResult study =
          BENCH.study(Functions.leeInUnits(unit), Methods.gradientDescent(0.05 * unit * unit));
      assertThat(CONTROL.run(study, BENCH)).hasSize(2).allMatch(ControlResult::passed);
    }
  }

  /** The negative control: with a largest eigenvalue that is 2% off, the ratios disagree. */
  @Test
  void aWrongEigenvalueDoesNotPass() {
    Census census = BENCH.study(Functions.lee(), Methods.gradientDescent(0.1)).censuses().get(0);
    List<CriticalPoint> wrong =
        census.points().stream().map(StepBeyondTwoOverLTest::stretched).toList();
    StudyResult study =
        new StudyResult(
            "study", 1, List.of(new Census(census.problem(), wrong, Status.ESTIMATED)), List.of());
    assertThat(CONTROL.run(study, BENCH)).hasSize(2).noneMatch(ControlResult::passed);
  }

  @Test
  void saysWhyItAppliedToNothing() {
    assertThat(
            CONTROL.run(
                BENCH.study(Functions.quadratic(-1, 2), Methods.gradientDescent(0.1)), BENCH))
        .extracting(ControlResult::observed)
        .containsExactly(
            "quadratic: no local minimum among the critical points found. Maybe leave the control"
                + " 'step-beyond-2-over-l' out of this study");
  }

  @Test
  void theFactorIsChecked() {
    assertThatThrownBy(() -> new StepBeyondTwoOverL.Config(0.9))
        .hasMessage("factor is 0.9: it must lie above 1, where a minimum repels, and up to 1.5");
  }

  private static CriticalPoint stretched(CriticalPoint point) {
    double[] eigenvalues = point.eigenvalues();
    eigenvalues[eigenvalues.length - 1] *= 1.02;
    return new CriticalPoint(
        point.id(),
        point.x(),
        point.value(),
        point.gradientNorm(),
        eigenvalues,
        point.eigenvectors(),
        point.kind(),
        point.status());
  }
}

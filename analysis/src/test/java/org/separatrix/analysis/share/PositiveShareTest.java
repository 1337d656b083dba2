package org.separatrix.analysis.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.Problem;

class PositiveShareTest {
  private static final Bench BENCH = new Bench();
  private static final int RUNS = 20_000;

  private static PositiveShare.Config expecting(double share) {
    return PositiveShare.Config.anywhere(share);
  }

  private static StudyResult study(Problem problem, double alpha) {
    return MeasuredCell.run(problem, Methods.gradientDescent(alpha), RUNS, Bench.stop());
  }

  private static ControlResult only(List<ControlResult> results) {
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static ControlResult collapse(double alpha) {
    return only(
        PositiveShare.collapse(expecting(0.5)).run(study(Functions.collapse(), alpha), BENCH));
  }

  /** At alpha = 1 every |x| >= 1 lands on the maximum in one step: half of U[-2, 2]. */
  @Test
  void collapseAtOneIsMeasured() {
    ControlResult result = collapse(1);

    assertThat(result.passed()).as(result.observed()).isTrue();
    assertThat(result.control()).isEqualTo("collapse");
    assertThat(result.expected())
        .isEqualTo("share 0.5 of the runs ends at strict saddles or local maxima");
    assertThat(result.observed()).contains("of 20,000 runs").contains("0 unresolved");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.999, 1.001})
  void collapseAtAnotherStepFails(double alpha) {
    assertThat(collapse(alpha).passed()).isFalse();
  }

  @Test
  void anotherShareFails() {
    StudyResult study = study(Functions.collapse(), 1);

    assertThat(only(PositiveShare.collapse(expecting(0.45)).run(study, BENCH)).passed()).isFalse();
    assertThat(only(PositiveShare.collapse(expecting(0.55)).run(study, BENCH)).passed()).isFalse();
  }

  @Test
  void pointOfAnotherPlaceFails() {
    StudyResult study = study(Functions.collapse(), 1);

    PositiveShare there = PositiveShare.collapse(new PositiveShare.Config(0.5, new double[] {0}));
    PositiveShare elsewhere =
        PositiveShare.collapse(new PositiveShare.Config(0.5, new double[] {0.5}));
    PositiveShare otherSpace =
        PositiveShare.collapse(new PositiveShare.Config(0.5, new double[] {0, 0}));

    assertThat(only(there.run(study, BENCH)).passed()).isTrue();
    assertThat(only(elsewhere.run(study, BENCH)).passed()).isFalse();
    assertThat(only(otherSpace.run(study, BENCH)).observed())
        .isEqualTo("none of them is among the critical points found");
  }

  /** Unresolved runs may have gone either way, and too many of them prove nothing. */
  @Test
  void unresolvedRunsCountBothWays() {
    assertThat(passes(0.5, 9_200, 190)).isFalse();
    assertThat(passes(0.5, 9_500, 190)).isTrue();
    assertThat(passes(0.5, 9_500, 200)).isFalse();
    assertThat(passes(0.5, 10_600, 0)).isFalse();
    assertThat(passes(1e-5, 0, 0)).isFalse();
  }

  private static boolean passes(double expected, long hits, long unresolved) {
    StudyResult study = study(Functions.collapse(), 1);
    CellResult cell = study.cells().get(0);
    String maximum =
        study.censuses().get(0).points().stream()
            .filter(point -> point.kind().isStrict())
            .findFirst()
            .orElseThrow()
            .id();
    CellResult counted =
        new CellResult(
            cell.id(),
            cell.problem(),
            cell.optimizerName(),
            cell.optimizer(),
            cell.start(),
            cell.stop(),
            RUNS,
            cell.terminations(),
            Map.of(maximum, hits),
            unresolved,
            0,
            cell.steps(),
            0,
            0,
            0,
            Stagnation.NONE,
            Optional.empty());
    return only(PositiveShare.collapse(expecting(expected))
            .run(new StudyResult("study", 1, study.censuses(), List.of(counted)), BENCH))
        .passed();
  }

  @Test
  void strictSaddlesAreNoDegeneratePoints() {
    StudyResult study =
        BENCH.study(
            Functions.lee(),
            Methods.gradientDescent(0.1),
            Bench.uniform(Functions.lee()),
            1000,
            new StopRule(1e-6, 10_000, 1e8, Optional.empty()));

    assertThat(only(PositiveShare.nonStrictSaddle(expecting(0.5)).run(study, BENCH)).passed())
        .isFalse();
  }

  @Test
  void configurationIsChecked() {
    assertThatThrownBy(() -> expecting(1))
        .hasMessage("expected is 1.0: it must lie strictly between 0 and 1");
    assertThatThrownBy(() -> expecting(Double.NaN))
        .hasMessage("expected is NaN: it must lie strictly between 0 and 1");
  }
}

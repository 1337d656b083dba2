package org.separatrix.analysis.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.critical.Problems;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/**
 * The control on real limits: gradient descent goes to the degenerate origin of x^2 + y^3 from
 * every y_0 in [0, 1/(3 alpha)], like 1/(3 alpha k), so it stops far away, at y =
 * sqrt(tolerance/3).
 */
class NonStrictSaddleTest {
  private static final int RUNS = 2000;
  private static final StopRule STOP = new StopRule(1e-6, 20_000, 1e8, Optional.empty());

  private static Problem formula(String text, String... variables) {
    return Problems.complete(
        "formula",
        new SymbolicFormulaCompiler()
            .compile(Formula.of(text, variables), Landscape.on(Box.cube(variables.length, -1, 1))),
        Optional.empty(),
        OptionalDouble.empty(),
        1,
        Optional.empty());
  }

  private static ControlResult control(StudyResult study, double expected) {
    return PositiveShare.nonStrictSaddle(PositiveShare.Config.anywhere(expected))
        .run(study, new Bench())
        .get(0);
  }

  /** min(1, 1/(3 alpha))/2: half of the box at alpha = 0.1, less beyond 1/3. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.5", "0.5, 0.333333", "0.9, 0.185185"})
  void shareOfTheCubicSaddleIsMeasured(double alpha, double share) {
    StudyResult study =
        MeasuredCell.run(
            formula("x^2 + y^3", "x", "y"), Methods.gradientDescent(alpha), RUNS, STOP);

    assertThat(study.censuses().get(0).points()).hasSize(1);
    assertThat(study.censuses().get(0).points().get(0).kind())
        .isEqualTo(CriticalPointKind.DEGENERATE);
    ControlResult result = control(study, share);
    assertThat(result.passed()).as(result.observed()).isTrue();
    // A run that a large step takes just past the saddle stops there on its way down.
    assertThat(result.observed()).containsPattern(" [01] unresolved");
    assertThat(control(study, share / 2).passed()).isFalse();
  }

  /** The other half of the runs falls without end. */
  @Test
  void restDiverges() {
    StudyResult study =
        MeasuredCell.run(formula("x^2 + y^3", "x", "y"), Methods.gradientDescent(0.1), RUNS, STOP);

    long gone =
        study.cells().get(0).stoppedBy(Termination.DIVERGED)
            + study.cells().get(0).stoppedBy(Termination.NON_FINITE);
    long hits = study.cells().get(0).limits().values().stream().mapToLong(n -> n).sum();
    assertThat(gone + hits).isEqualTo(RUNS);
    assertThat(gone).isBetween(850L, 1150L);
  }

  @Test
  void cubicOnALineIsMeasured() {
    StudyResult study =
        MeasuredCell.run(formula("x^3", "x"), Methods.gradientDescent(0.1), RUNS, STOP);

    ControlResult result = control(study, 0.5);
    assertThat(result.passed()).as(result.observed()).isTrue();
  }

  /** The saddle of Lee et al. is strict, so no run goes to a degenerate point. */
  @Test
  void strictSaddleFails() {
    StudyResult study =
        MeasuredCell.run(
            formula("x^2/2 + y^4/4 - y^2/2", "x", "y"), Methods.gradientDescent(0.1), RUNS, STOP);

    assertThat(control(study, 0.5).passed()).isFalse();
  }

  /** Runs whose budget ends on the way are unresolved, and fail the control rather than pass it. */
  @Test
  void shortBudgetFails() {
    StudyResult study =
        MeasuredCell.run(
            formula("x^2 + y^3", "x", "y"),
            Methods.gradientDescent(0.1),
            RUNS,
            STOP.withMaxSteps(1000));

    ControlResult result = control(study, 0.5);
    assertThat(result.passed()).as(result.observed()).isFalse();
  }
}

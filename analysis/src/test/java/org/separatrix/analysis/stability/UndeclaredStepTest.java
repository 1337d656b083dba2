package org.separatrix.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.analysis.testing.PlainSteps;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;

/** The limit of stability of methods that declare no linearization. */
class UndeclaredStepTest {
  private static final Bench BENCH = new Bench();
  private static final StepStability.Config CONFIG =
      new StepStability.Config(0.5, 2.1, 2, 1, 1500, 1.5, 1);

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return new StepStability(CONFIG).analyze(BENCH.study(problem, optimizer), BENCH).findings();
  }

  private static double predictedStep(Finding finding) {
    return Objects.requireNonNull(finding.predicted().get("step"));
  }

  /** x^2 + c x y + y^2. */
  private static Problem coupled(double c) {
    return Functions.problem(
        "coupled",
        Box.cube(2, -1, 1),
        2 + Math.abs(c),
        (x, g) -> {
          g[0] = 2 * x[0] + c * x[1];
          g[1] = c * x[0] + 2 * x[1];
        });
  }

  @Test
  void aMethodThatKeepsSilentFlipsWhereItWould() {
    List<Finding> findings = analyze(Functions.lee(), Methods.silent(Methods.gradientDescent(0.1)));

    assertThat(findings.subList(0, 3))
        .allSatisfy(
            finding ->
                assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT));
    assertThat(findings.get(0).hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED);
    assertThat(predictedStep(findings.get(0))).isCloseTo(1, within(1e-6));
    assertThat(findings.get(1).observed().get("death-step"))
        .isCloseTo(Math.sqrt(5) - 1, within(1e-6));
    Finding ball =
        analyze(Functions.quadratic(3, 5), Methods.silent(Methods.heavyBall(0.01, 0.9))).get(0);
    assertThat(ball.verdict()).as(ball.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predictedStep(ball)).isCloseTo(3.8 / 5, within(1e-6));
  }

  /**
   * Relaxed Gauss-Seidel on a positive definite matrix converges exactly for relaxations below 2
   * (Ostrowski and Reich): with both diagonal entries 2, for alpha below 1, whatever the coupling
   * is. Gradient descent stops at 2/(2 + c).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, -1.5})
  void coordinateDescentIsStableUpToTwoOverTheDiagonal(double coupling) {
    Finding finding = analyze(coupled(coupling), Methods.coordinateDescent(0.2)).get(0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predictedStep(finding)).isCloseTo(1, within(1e-6));
  }

  /** From a step beyond the limit it is found below. */
  @Test
  void aStepThatRepelsHasItsLimitBelow() {
    Finding finding = analyze(Functions.lee(), Methods.silent(Methods.gradientDescent(1.3))).get(0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predictedStep(finding)).isCloseTo(1, within(1e-6));
  }

  /** Differences of the step see 0.1, runs near the minimum move by 0.11. */
  @Test
  void aStepOfSeveralScalesIsContradicted() {
    Problem wide = Functions.lee(200);

    assertThat(analyze(wide, Methods.fickle(0.1, 3e-4, 0.15)).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  /** A derivative is enough for a limit, but not for the multiplier of the cycle that is born. */
  @Test
  void aStepOfOneDerivativeHasNoLawOfItsCycle() {
    List<Finding> findings = analyze(Functions.lee(), PlainSteps.normalized(0.05, 0.1));

    assertThat(findings.get(0).verdict())
        .as(findings.get(0).toString())
        .isEqualTo(Verdict.CONSISTENT);
    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(1).hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("the step has three derivatives");
  }

  @Test
  void whatHasNoLimitIsSaid() {
    for (Optimizer optimizer : List.of(Methods.squareRoots(0.1), PlainSteps.implicit(0.05))) {
      assertThat(analyze(Functions.lee(), optimizer).subList(0, 3))
          .extracting(Finding::verdict)
          .containsOnly(Verdict.HYPOTHESES_NOT_MET);
    }
  }
}

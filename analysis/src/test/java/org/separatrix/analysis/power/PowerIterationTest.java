package org.separatrix.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.analysis.testing.PlainSteps;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

class PowerIterationTest {
  private static final Bench BENCH = new Bench();

  private static Analysis analyze(Problem problem, Optimizer optimizer) {
    return new PowerIteration(PowerIteration.Config.DEFAULT)
        .analyze(BENCH.study(problem, optimizer), BENCH);
  }

  private static Finding first(Problem problem, Optimizer optimizer) {
    return analyze(problem, optimizer).findings().get(0);
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  private static double predicted(Finding finding, String key) {
    return Objects.requireNonNull(finding.predicted().get(key));
  }

  private static Problem rotated(double... lambda) {
    double cos = Math.cos(0.7);
    double sin = Math.sin(0.7);
    return Functions.problem(
        "rotated",
        Box.cube(2, -1, 1),
        3,
        (x, g) -> {
          double u = lambda[0] * (cos * x[0] + sin * x[1]);
          double v = lambda[1] * (cos * x[1] - sin * x[0]);
          g[0] = u * cos - v * sin;
          g[1] = u * sin + v * cos;
        });
  }

  /** -x'Mx/2 with M = diag(3, 2, 1), alpha = 0.05: 1.1/1.15, after 1.05 has died out. */
  @Test
  void principalComponentsAlignAtThePublishedRatio() {
    Analysis analysis = analyze(Functions.quadratic(-1, -3, -2), Methods.gradientDescent(0.05));
    Finding finding = analysis.findings().get(0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "ratio")).isCloseTo(1.1 / 1.15, within(1e-12));
    assertThat(observed(finding, "ratio")).isCloseTo(1.1 / 1.15, within(1e-6));
    assertThat(observed(finding, "ratio"))
        .isCloseTo(predicted(finding, "finite-ratio"), within(observed(finding, "tolerance")));
    assertThat(analysis.figures()).hasSize(1);
  }

  @Test
  void theEigenvectorsMayPointAnywhere() {
    Finding finding = first(rotated(-1, 2), Methods.gradientDescent(0.1));

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "ratio")).isCloseTo(0.8 / 1.1, within(1e-3));
  }

  /** At lambda = 1 the roots of heavy ball are complex, of modulus sqrt(beta). */
  @Test
  void momentumAlignsAsItsRecursionSays() {
    Problem quadratic = Functions.quadratic(1, -1);
    Finding ball = first(quadratic, Methods.heavyBall(0.1, 0.5));
    Finding nesterov = first(quadratic, Methods.nesterov(0.1, 0.5));

    assertThat(List.of(ball, nesterov))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
    // z^2 - 1.6 z + 0.5 at lambda = -1; z^2 - 1.4 z + 0.5 has complex roots at lambda = 1.
    double z = 0.5 * (1.6 + Math.sqrt(1.6 * 1.6 - 2));
    assertThat(predicted(ball, "ratio")).isCloseTo(Math.sqrt(0.5) / z, within(1e-9));
  }

  @Test
  void nearSaddlesOfOtherFunctionsItHoldsInTheLinearRegime() {
    assertThat(first(Functions.lee(), Methods.gradientDescent(0.1)).verdict())
        .isEqualTo(Verdict.CONSISTENT);
    List<Finding> findings =
        analyze(Functions.himmelblau(), Methods.gradientDescent(0.002)).findings();
    assertThat(findings).hasSize(5);
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(first(Functions.bent(1, 0.5, 0.3), Methods.heavyBall(0.1, 0.3)).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** A method that declares another step than its own departs from its recursion. */
  @ParameterizedTest
  @CsvSource({"0.101", "0.2", "0.05"})
  void aFalseLinearizationIsContradicted(double claimed) {
    Optimizer method =
        Methods.declaring(
            0.1, Optional.of(lambda -> new double[][] {{1 - claimed * lambda}}), true);

    assertThat(first(Functions.quadratic(1, -1), method).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(first(Functions.himmelblau(), method).verdict()).isNotEqualTo(Verdict.CONSISTENT);
  }

  /** Solving for a step amplifies rounding, and the more what the linearization leaves out. */
  @ParameterizedTest
  @CsvSource({"1e-6, 4", "1e6, 0"})
  void implicitStepsAlign(double scale, double centre) {
    Problem problem =
        Formulas.problem(
            "%1$s*(x^2/2 - (y-%2$s)^2/2 + (y-%2$s)^4/8 + 0.1*x^2*(y-%2$s))"
                .formatted(scale, centre),
            new Box(new double[] {-0.5, centre - 0.5}, new double[] {0.5, centre + 0.5}),
            2 * scale,
            "x",
            "y");
    assertThat(first(problem, PlainSteps.declaredImplicit(0.5 / scale)).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** The gradient is linear; the step is bent, or of another slope than differences see. */
  @Test
  void whatCurvatureOfTheStepExplainsIsAllowed() {
    Finding bent = first(Functions.quadratic(-3, 0.1, 2), Methods.scaledBySquares(0.5, 0.1));
    Finding kinked = first(Functions.quadratic(-1, 0.5, 2), PlainSteps.clipped(0.05, 0.3));
    Finding fickle = first(Functions.lee(200), Methods.fickle(0.1, 3e-4, 0.11));

    assertThat(bent.verdict()).as(bent.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(bent, "ratio"))
        .isCloseTo(predicted(bent, "finite-ratio"), within(observed(bent, "tolerance")));
    assertThat(kinked.verdict()).as(kinked.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(fickle.verdict()).as(fickle.toString()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void whatDoesNotAlignIsSaid() {
    Optimizer descent = Methods.gradientDescent(0.1);

    assertThat(violated(first(Functions.quadratic(-1, -1), descent)))
        .startsWith("z_1 > 1 and other");
    assertThat(violated(first(Functions.quadratic(-1), descent))).startsWith("z_1 > 1 and other");
    // A step beyond 2/lambda_max: the stable direction grows faster than the unstable one.
    assertThat(violated(first(Functions.quadratic(-1, 30), descent)))
        .startsWith("z_1 > 1 and other");
    assertThat(first(Functions.lee(), Methods.declaring(0.1, Optional.empty(), false)).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(
            first(
                    Functions.lee(),
                    Methods.declaring(0.1, Methods.heavyBall(0.1, 0.5).linearization(), true))
                .verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void withoutASaddleNothingIsDecided() {
    assertThat(first(Functions.quadratic(1, 2), Methods.gradientDescent(0.1)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 1, directions", "1, 9, 1, max-steps", "1, 10, 0, max-points"})
  void badValuesAreNamed(int directions, int steps, int points, String key) {
    assertThatThrownBy(() -> new PowerIteration.Config(directions, steps, points))
        .hasMessageStartingWith(key + " is ");
  }

  private static String violated(Finding finding) {
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    return finding.hypotheses().stream()
        .filter(Hypothesis::isViolated)
        .map(Hypothesis::name)
        .findFirst()
        .orElseThrow();
  }
}

package org.separatrix.analysis.lojasiewicz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

class LojasiewiczRateTest {
  private static final Bench BENCH = new Bench();

  private static Problem power(double p, double c, double at) {
    Box domain = new Box(new double[] {at - 1}, new double[] {at + 1});
    return Functions.problem(
        "power",
        domain,
        c * p * (p - 1),
        Landscape.on(domain).withCriticalPoint(CriticalPointKind.DEGENERATE, at),
        (x, g) -> {
          double t = x[0] - at;
          g[0] = c * p * Math.signum(t) * Math.pow(Math.abs(t), p - 1);
        });
  }

  private static Problem quarticValley(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return Functions.problem(
        "quartic-valley",
        Box.cube(2, -1, 1),
        12,
        (x, g) -> {
          double u = cos * x[0] + sin * x[1];
          double v = cos * x[1] - sin * x[0];
          g[0] = 2 * u * cos - 4 * v * v * v * sin;
          g[1] = 2 * u * sin + 4 * v * v * v * cos;
        });
  }

  private static Analysis analysis(Problem problem, Optimizer optimizer, double exponent) {
    LojasiewiczRate.Config config = new LojasiewiczRate.Config(exponent, 20_000, 5);
    return new LojasiewiczRate(config).analyze(BENCH.study(problem, optimizer), BENCH);
  }

  private static Finding finding(Problem problem, Optimizer optimizer, double exponent) {
    return analysis(problem, optimizer, exponent).findings().get(0);
  }

  private static double predicted(Finding finding, String key) {
    return Objects.requireNonNull(finding.predicted().get(key));
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  /** x_k^-2 = 8 alpha k + ..., x_k^-4 = 24 alpha k + .... */
  @ParameterizedTest
  @CsvSource({"4, 0.1, 0.8", "4, 0.02, 0.16", "6, 0.1, 2.4", "3, 0.1, 0.3"})
  void gradientDescentFallsByThePublishedLaw(double p, double alpha, double rate) {
    Finding finding = finding(power(p, 1, 0), Methods.gradientDescent(alpha), 0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "rate")).isCloseTo(rate, within(1e-6 * rate));
    assertThat(observed(finding, "rate")).isCloseTo(rate, within(1e-3 * rate));
    assertThat(observed(finding, "order")).isCloseTo(p, within(0.01));
    assertThat(observed(finding, "slope")).isCloseTo(-1 / (p - 2), within(0.02 / (p - 2)));
  }

  /** With momentum the sum of all repeated moves is alpha / (1 - beta). */
  @ParameterizedTest
  @CsvSource({"0.5", "0.9"})
  void momentumStepsFartherBy1Over1MinusBeta(double beta) {
    for (Optimizer method :
        new Optimizer[] {Methods.heavyBall(0.01, beta), Methods.nesterov(0.01, beta)}) {
      Finding finding = finding(power(4, 1, 0), method, 0);

      assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
      assertThat(predicted(finding, "rate")).isCloseTo(0.08 / (1 - beta), within(1e-6));
      assertThat(observed(finding, "rate"))
          .isCloseTo(0.08 / (1 - beta), within(2e-3 * 0.08 / (1 - beta)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "30"})
  void theKernelMayPointAnywhere(double degrees) {
    Analysis analysis = analysis(quarticValley(degrees), Methods.gradientDescent(0.1), 0);
    Finding finding = analysis.findings().get(0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "rate")).isCloseTo(0.8, within(1e-3));
    assertThat(analysis.figures()).hasSize(1);
    assertThat(analysis.figures().get(0).id()).isEqualTo("lojasiewicz-rate/cell/c1");
  }

  /** (y - x^2)^2 + x^4 is flat along a parabola up to x^4: reduced to the kernel it is x^4. */
  @Test
  void theValleyMayBend() {
    Problem bent =
        Functions.problem(
            "bent-valley",
            Box.cube(2, -0.5, 0.5),
            8,
            (x, g) -> {
              double w = x[1] - x[0] * x[0];
              g[0] = -4 * x[0] * w + 4 * x[0] * x[0] * x[0];
              g[1] = 2 * w;
            });
    Finding finding = finding(bent, Methods.gradientDescent(0.05), 0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "rate")).isCloseTo(0.4, within(1e-5));
    assertThat(observed(finding, "rate")).isCloseTo(0.4, within(2e-3));
  }

  /** Away from 0 rounding of the coordinates limits how near the minimum a run is of use. */
  @Test
  void theMinimumMayLieAnywhere() {
    Finding finding = finding(power(4, 2, 0.3), Methods.gradientDescent(0.05), 0);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "rate")).isCloseTo(0.8, within(0.01));
  }

  /** Declared x^4, but f is x^6: slower. Declared x^6, but f is x^4: faster, within the bound. */
  @Test
  void slowerThanDeclaredRefutesFasterDoesNot() {
    Finding slower = finding(power(6, 1, 0), Methods.gradientDescent(0.1), 4);
    Finding faster = finding(power(4, 1, 0), Methods.gradientDescent(0.1), 6);

    assertThat(slower.verdict()).as(slower.toString()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(observed(slower, "order")).isCloseTo(6, within(0.02));
    assertThat(faster.verdict()).as(faster.toString()).isEqualTo(Verdict.CONSISTENT);
  }

  /** A method that claims a step twice its own is slower than it claims. */
  @Test
  void aFalseLinearizationIsContradicted() {
    Optimizer boastful =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 0.2 * lambda}}), true);
    Optimizer modest =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 0.05 * lambda}}), true);

    assertThat(finding(power(4, 1, 0), boastful, 0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding(power(4, 1, 0), modest, 0).verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void whatHasNoSuchLawIsSaidToHaveNone() {
    Problem flat =
        Functions.problem(
            "trough",
            Box.cube(2, -1, 1),
            2,
            (x, g) -> {
              g[0] = 2 * x[0];
              g[1] = 0;
            });
    Problem inflection =
        Functions.problem("inflection", Box.cube(1, -1, 1), 6, (x, g) -> g[0] = 3 * x[0] * x[0]);
    Optimizer withoutDerivative = Methods.squareRoots(0.1);
    Optimizer noisy =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}}), false);

    assertThat(violated(finding(flat, Methods.gradientDescent(0.1), 0)))
        .startsWith("f ~ c |t|^p along the kernel");
    assertThat(violated(finding(inflection, Methods.gradientDescent(0.1), 0)))
        .startsWith("f ~ c |t|^p along the kernel");
    assertThat(violated(finding(Functions.monkeySaddle(), Methods.gradientDescent(0.1), 0)))
        .isEqualTo("kernel of dimension 1");
    assertThat(finding(power(4, 1, 0), withoutDerivative, 0).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding(power(4, 1, 0), noisy, 0).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void aStepThatIsTooLongElsewhereIsSaid() {
    assertThat(violated(finding(quarticValley(0), Methods.gradientDescent(1.1), 0)))
        .isEqualTo("elsewhere attracting");
  }

  @Test
  void withoutDegeneratePointsOrStepsNothingIsDecided() {
    assertThat(finding(Functions.lee(), Methods.gradientDescent(0.1), 0).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    Finding few =
        new LojasiewiczRate(new LojasiewiczRate.Config(0, 100, 5))
            .analyze(BENCH.study(power(6, 1, 0), Methods.gradientDescent(1e-4)), BENCH)
            .findings()
            .get(0);
    assertThat(few.verdict()).as(few.toString()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 100, 1, exponent",
    "-1, 100, 1, exponent",
    "4, 9, 1, max-steps",
    "4, 100, 0, max-points"
  })
  void badValuesAreNamed(double exponent, int steps, int points, String key) {
    assertThatThrownBy(() -> new LojasiewiczRate.Config(exponent, steps, points))
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

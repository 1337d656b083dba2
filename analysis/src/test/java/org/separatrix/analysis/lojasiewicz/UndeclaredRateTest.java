package org.separatrix.analysis.lojasiewicz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.analysis.testing.PlainSteps;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;

/** Sublinear rates of methods that declare no linearization. */
class UndeclaredRateTest {
  private static final Bench BENCH = new Bench();

  private static Finding finding(Problem problem, Optimizer optimizer) {
    LojasiewiczRate.Config config = new LojasiewiczRate.Config(0, 20_000, 5);
    return new LojasiewiczRate(config)
        .analyze(BENCH.study(problem, optimizer), BENCH)
        .findings()
        .get(0);
  }

  private static double rate(Finding finding) {
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED);
    return Objects.requireNonNull(finding.predicted().get("rate"));
  }

  private static Problem quartic() {
    Box domain = Box.cube(1, -1, 1);
    return Functions.problem(
        "quartic",
        domain,
        12,
        Landscape.on(domain).withCriticalPoint(CriticalPointKind.DEGENERATE, 0),
        (x, g) -> g[0] = 4 * x[0] * x[0] * x[0]);
  }

  /** u^2 + v^4 in coordinates turned by 30 degrees, where no coordinate is along the valley. */
  private static Problem valley() {
    double cos = Math.cos(Math.toRadians(30));
    double sin = Math.sin(Math.toRadians(30));
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

  /** x_k^-2 = 8 a k, a being alpha / (1 - beta), and alpha for steps without memory. */
  @ParameterizedTest
  @CsvSource({"0", "0.5", "0.9"})
  void theDriftIsThatOfTheDeclaredMethod(double beta) {
    Optimizer silent = Methods.silent(Methods.heavyBall(0.01, beta));

    assertThat(rate(finding(quartic(), silent))).isCloseTo(0.08 / (1 - beta), within(1e-5));
  }

  @Test
  void stepsWithoutMemoryDriftByAlpha() {
    assertThat(rate(finding(quartic(), Methods.coordinateDescent(0.1))))
        .isCloseTo(0.8, within(1e-5));
    assertThat(rate(finding(quartic(), PlainSteps.implicit(0.05)))).isCloseTo(0.4, within(1e-5));
  }

  /**
   * Along the kernel vector v a sweep answers a slope by l'D v / l'v, where l is the left
   * eigenvector for 1 and D v = -alpha (v_1, v_2 - alpha H_21 v_1).
   */
  @Test
  void aSweepAcrossTheValleyDriftsAlongIt() {
    double alpha = 0.1;
    double cos = Math.cos(Math.toRadians(30));
    double sin = Math.sin(Math.toRadians(30));
    double[][] h = {{2 * cos * cos, 2 * cos * sin}, {2 * cos * sin, 2 * sin * sin}};
    // J = [[1 - a h11, -a h12], [-a h21 (1 - a h11), 1 - a h22 + a^2 h21 h12]]; l'(J - I) = 0.
    double below = -alpha * h[1][0] * (1 - alpha * h[0][0]);
    double[] l = {below, alpha * h[0][0]};
    double[] v = {-sin, cos};
    double pushed = l[0] * v[0] + l[1] * (v[1] - alpha * h[1][0] * v[0]);
    double step = alpha * pushed / (l[0] * v[0] + l[1] * v[1]);

    assertThat(rate(finding(valley(), Methods.coordinateDescent(alpha))))
        .isCloseTo(8 * step, within(1e-5));
  }

  /** Differences move by so little that they see 0.1; runs move by 0.05. */
  @Test
  void aStepOfSeveralScalesIsContradicted() {
    assertThat(finding(quartic(), Methods.fickle(0.05, 1e-6, 0.1)).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(rate(finding(quartic(), Methods.fickle(0.1, 1e-6, 0.1))))
        .isCloseTo(0.8, within(1e-5));
  }

  /** Across the valley a sweep has the eigenvalue (1 - 4.5)(1 - 1.5) = 1.75. */
  @Test
  void whatHasNoDriftIsSaid() {
    Finding without = finding(quartic(), Methods.squareRoots(0.1));
    Finding tooLong = finding(valley(), Methods.coordinateDescent(3));

    assertThat(without.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(without.hypotheses()).anyMatch(Hypothesis::isViolated);
    assertThat(tooLong.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(tooLong.hypotheses()).anyMatch(Hypothesis::isViolated);
  }
}

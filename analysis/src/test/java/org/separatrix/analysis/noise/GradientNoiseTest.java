package org.separatrix.analysis.noise;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.statistics.FamilyWise;

class GradientNoiseTest {
  private static final Bench BENCH = new Bench();
  private static final GradientNoise.Config CONFIG = new GradientNoise.Config(10_000, 20_000, 10);

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    Analysis analysis = new GradientNoise(CONFIG).analyze(BENCH.study(problem, optimizer), BENCH);
    return FamilyWise.decide(analysis.findings());
  }

  private static Finding finding(Problem problem, Optimizer optimizer, String prediction) {
    return analyze(problem, optimizer).stream()
        .filter(each -> each.prediction().equals(prediction))
        .findFirst()
        .orElseThrow();
  }

  /** E T = (ln(R/s) + 0.6351814)/c + 1/2 and sd = 1.1107207/c, c = ln 1.1, from the closed form. */
  @Test
  void leesSaddleIsLeftAtTheTimeOfTheClosedForm() {
    double sigma = 1e-8;
    Finding finding =
        finding(
            Functions.lee(), new NoisySteps(Methods.gradientDescent(0.1), sigma), "noise-escape");
    double c = Math.log(1.1);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    double mean = requireNonNull(finding.predicted().get("mean"));
    assertThat(mean)
        .isCloseTo(requireNonNull(finding.predicted().get("asymptotic-mean")), within(1e-3));
    assertThat(requireNonNull(finding.predicted().get("standard-deviation")))
        .isCloseTo(1.1107207 / c, within(0.01));
    assertThat(requireNonNull(finding.observed().get("mean"))).isCloseTo(mean, within(0.6));
  }

  /** s = sigma sqrt(alpha / (gamma (2 + alpha gamma))) is the scale of the linear recursion. */
  @Test
  void theResponseHasTheScaleOfTheClosedForm() {
    double sigma = 0.01;
    NoiseResponse response =
        NoiseResponse.of(new NoisySteps(Methods.gradientDescent(0.1), sigma), -0.5, 1000);

    assertThat(response.deviation(1000) / Math.pow(1.05, 1000))
        .isCloseTo(sigma * Math.sqrt(0.1 / (0.5 * 2.05)), within(1e-12));
  }

  @Test
  void aMinimumKeepsTheVarianceOfTheClosedForm() {
    Finding finding =
        finding(
            Functions.lee(),
            new NoisySteps(Methods.gradientDescent(0.1), 1e-5),
            "stationary-variance");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(requireNonNull(finding.predicted().get("variance-1")))
        .isCloseTo(0.1 * 1e-10 / (1 * 1.9), within(1e-18));
    assertThat(requireNonNull(finding.predicted().get("variance-2")))
        .isCloseTo(0.1 * 1e-10 / (2 * 1.8), within(1e-18));
    assertThat(
            requireNonNull(finding.observed().get("variance-2"))
                / requireNonNull(finding.predicted().get("variance-2")))
        .isCloseTo(1, within(0.07));
  }

  @Test
  void momentumHasItsOwnLaws() {
    assertThat(
            analyze(Functions.quadratic(-1, 2), new NoisySteps(Methods.heavyBall(0.05, 0.8), 1e-4)))
        .singleElement()
        .matches(each -> each.verdict() == Verdict.CONSISTENT);
    assertThat(
            analyze(Functions.quadratic(1, 2), new NoisySteps(Methods.heavyBall(0.05, 0.8), 1e-3)))
        .singleElement()
        .matches(each -> each.verdict() == Verdict.CONSISTENT);
  }

  /** Twice the declared noise. */
  @Test
  void falseNoiseIsContradicted() {
    assertThat(analyze(Functions.lee(), new NoisySteps(Methods.gradientDescent(0.1), 1e-6, 2e-6)))
        .hasSize(3)
        .allMatch(each -> each.verdict() == Verdict.CONTRADICTED);
  }

  /** Noise as large as the distance between the critical points. */
  @Test
  void largeNoiseHasNoLinearRegime() {
    assertThat(analyze(Functions.lee(), new NoisySteps(Methods.gradientDescent(0.1), 1)))
        .hasSize(3)
        .allMatch(each -> each.verdict() == Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void undeclaredNoiseIsNotPredicted() {
    Optimizer other = Methods.declaring(0.1, Optional.empty(), false);

    assertThat(analyze(Functions.lee(), other))
        .hasSize(2)
        .allMatch(each -> each.verdict() == Verdict.HYPOTHESES_NOT_MET);
    assertThat(analyze(Functions.lee(), Methods.gradientDescent(0.1)))
        .allMatch(each -> each.verdict() == Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void tooFewStepsAreInconclusive() {
    List<Finding> findings =
        new GradientNoise(new GradientNoise.Config(1000, 20, 10))
            .analyze(
                BENCH.study(
                    Functions.quadratic(-1, 2), new NoisySteps(Methods.gradientDescent(0.1), 1e-4)),
                BENCH)
            .findings();

    assertThat(findings).singleElement().matches(each -> each.verdict() == Verdict.INCONCLUSIVE);
  }

  @Test
  void aSweepOfTheNoiseIsDrawn() {
    NoiseSweep sweep = new NoiseSweep();
    for (double sigma : new double[] {1e-4, 1e-5}) {
      NoisySteps method = new NoisySteps(Methods.gradientDescent(0.1), sigma);
      sweep.add(method, finding(Functions.quadratic(-1, 2), method, "noise-escape"));
    }
    List<Figure> figures = sweep.figures();

    assertThat(figures).hasSize(1);
    assertThat(figures.get(0).id()).isEqualTo("noise-escape/sweep-1/c1");
  }

  @Test
  void badNumbersAreRefusedByKey() {
    assertThatThrownBy(() -> new GradientNoise.Config(10, 1000, 1))
        .hasMessageStartingWith("runs is 10");
  }
}

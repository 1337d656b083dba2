package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.laboratory.LocalLaboratory;
import org.separatrix.core.statistics.FamilyWise;

class EscapeTimeTest {
  private static final Bench BENCH = new Bench();
  private static final EscapeTime.Config CONFIG = new EscapeTime.Config(20_000, 1e-3, 50_000, 20);

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return analyze(problem, optimizer, CONFIG);
  }

  private static List<Finding> analyze(
      Problem problem, Optimizer optimizer, EscapeTime.Config config) {
    return FamilyWise.decide(
        new EscapeTime(config).analyze(BENCH.study(problem, optimizer), BENCH).findings());
  }

  private static double predicted(Finding finding, String key) {
    return Objects.requireNonNull(finding.predicted().get(key));
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of(Methods.gradientDescent(0.1), Math.log(1.1)),
        Arguments.of(Methods.gradientDescent(0.01), 0.0099503),
        Arguments.of(Methods.heavyBall(0.01, 0.5), 0.0194323),
        Arguments.of(Methods.heavyBall(0.01, 0.9), 0.0626541),
        Arguments.of(Methods.nesterov(0.01, 0.5), 0.0196158),
        Arguments.of(Methods.nesterov(0.01, 0.9), 0.0652164),
        Arguments.of(
            Methods.declaring(0.1, Optional.of(x -> new double[][] {{1 - 0.1 * x}}), true),
            Math.log(1.1)));
  }

  /** gamma = 1 at the saddle of the function of Lee et al. */
  @ParameterizedTest
  @MethodSource("methods")
  void methodsEscapeAsTheirLinearizationSays(Optimizer optimizer, double slope) {
    List<Finding> findings = analyze(Functions.lee(), optimizer);

    assertThat(findings)
        .extracting(Finding::prediction)
        .containsExactly("escape-rate", "escape-time");
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    Finding rate = findings.get(0);
    assertThat(predicted(rate, "slope")).isCloseTo(slope, within(1e-7));
    assertThat(observed(rate, "slope")).isCloseTo(slope, within(1e-4));
    assertThat(observed(rate, "uncertainty")).isLessThan(1e-4);
    Finding time = findings.get(1);
    double error = predicted(time, "standard-deviation") / Math.sqrt(20_000);
    assertThat(observed(time, "mean")).isCloseTo(predicted(time, "mean"), within(6 * error));
    assertThat(observed(time, "survivors")).isZero();
  }

  /**
   * On a quadratic all runs grow alike, so that rounding is all that they differ from theory by.
   */
  @ParameterizedTest
  @CsvSource({"0.0014567", "0.0007281", "0.0033", "0.01", "0.0499", "0.31"})
  void roundingContradictsNothing(double step) {
    List<Finding> findings =
        analyze(
            Functions.quadratic(-1, 2),
            Methods.gradientDescent(step),
            new EscapeTime.Config(2_000, 1e-3, 50_000, 20));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
  }

  /** Four saddles and a maximum, with third derivatives and a Hessian by differences. */
  @Test
  void everyStrictPointOfHimmelblauIsTested() {
    List<Finding> findings = analyze(Functions.himmelblau(), Methods.gradientDescent(0.001));

    assertThat(findings).hasSize(10);
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT));
    assertThat(findings.stream().filter(f -> f.prediction().equals("escape-rate")))
        .anySatisfy(
            finding ->
                assertThat(predicted(finding, "slope"))
                    .isCloseTo(Math.log(1.0141352), within(1e-7)));
  }

  @Test
  void laboratoryOfThisMachineMeasuresTheSame() {
    Laboratory laboratory = new LocalLaboratory(new Ensemble(2), 7, () -> false);
    StudyResult study = BENCH.study(Functions.himmelblau(), Methods.nesterov(0.001, 0.5));

    assertThat(FamilyWise.decide(new EscapeTime(CONFIG).analyze(study, laboratory).findings()))
        .hasSize(10)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  /** The regime is needed: at R = 0.5 the restoring force of y^4/4 delays runs, and is seen. */
  @ParameterizedTest
  @CsvSource({"0.005, true", "0.5, false"})
  void lawHoldsInTheLinearRegimeAlone(double radius, boolean holds) {
    LinearMethod method = Methods.gradientDescent(0.1);
    PositionResponse response =
        PositionResponse.of(method, method.linearization().orElseThrow(), -1).orElseThrow();
    EscapeLaw law = new EscapeLaw(response, 1000, 1e-8, 10_000);
    UnstableLine line = new UnstableLine(new double[2], new double[] {0, 1}, radius, radius / 1000);
    StopRule stop = new StopRule(-1, law.lastStep(), 1e8, Optional.of(line));

    Runs runs = BENCH.run("regime", Functions.lee(), method, line, 20_000, stop);

    double p = ExitTimes.of(runs, law.lastStep()).against(law).pValue();
    assertThat(p > 1e-6).isEqualTo(holds);
  }

  /** One percent more curvature than there is. */
  @Test
  void wrongCurvatureIsContradicted() {
    Optimizer wrong =
        Methods.declaring(0.1, Optional.of(x -> new double[][] {{1 - 0.101 * x}}), true);

    List<Finding> findings = analyze(Functions.lee(), wrong);

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONTRADICTED);
  }

  /** Gradient descent that claims to be heavy ball. */
  @Test
  void wrongMethodIsContradicted() {
    Optimizer wrong = Methods.declaring(0.01, Methods.heavyBall(0.01, 0.5).linearization(), true);

    List<Finding> findings = analyze(Functions.lee(), wrong);

    assertThat(findings.get(0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    // The position's response to a block of two rows is unknown, so no law of the time is claimed.
    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void noiseIsToldApart() {
    Optimizer noisy =
        Methods.declaring(0.1, Optional.of(x -> new double[][] {{1 - 0.1 * x}}), false);

    List<Finding> findings = analyze(Functions.lee(), noisy);

    assertThat(findings).hasSize(2);
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(0).hypotheses()).anyMatch(Hypothesis::isViolated);
    assertThat(findings.get(0).point()).isEmpty();
  }

  /** Beyond 2/lambda_max the other direction oscillates out faster than the run escapes. */
  @Test
  void fasterOtherDirectionIsAViolation() {
    List<Finding> findings = analyze(Functions.quadratic(-0.1, 1), Methods.gradientDescent(2.5));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(0).hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("z > 1 and no other direction grows faster");
  }

  @Test
  void slowEscapeIsInconclusive() {
    List<Finding> findings =
        analyze(
            Functions.lee(),
            Methods.gradientDescent(1e-3),
            new EscapeTime.Config(2000, 1e-3, 1000, 20));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void saddlesBeyondTheLimitAreNotPassedOver() {
    List<Finding> findings =
        analyze(
            Functions.himmelblau(),
            Methods.gradientDescent(0.001),
            new EscapeTime.Config(2000, 1e-3, 50_000, 2));

    assertThat(findings).filteredOn(f -> f.point().isPresent()).hasSize(4);
    assertThat(findings)
        .filteredOn(f -> f.point().isEmpty())
        .extracting(Finding::detail)
        .containsOnly("not measured at 3 further strict saddles; raise max-points of escape-time");
  }

  @Test
  void configurationIsChecked() {
    assertThatThrownBy(() -> new EscapeTime.Config(10, 1e-3, 100, 1))
        .hasMessage("runs is 10: it must be at least 1000");
    assertThatThrownBy(() -> new EscapeTime.Config(1000, 0.5, 100, 1))
        .hasMessage("sigma-ratio is 0.5: it must lie between 1e-6 and 0.1");
  }
}

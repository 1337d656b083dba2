package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.statistics.FamilyWise;

class DimensionLawTest {
  private static final Bench BENCH = new Bench();

  private static List<Finding> analyze(Problem problem, Optimizer optimizer, int maxSteps) {
    DimensionLaw law = new DimensionLaw(new DimensionLaw.Config(5000, 1e-3, maxSteps, 20));
    return FamilyWise.decide(law.analyze(BENCH.study(problem, optimizer), BENCH).findings());
  }

  private static Problem saddle(int d) {
    double[] eigenvalues = new double[d];
    Arrays.fill(eigenvalues, 1);
    eigenvalues[0] = -1;
    return Functions.quadratic(eigenvalues);
  }

  private static double number(Map<String, Double> numbers, String key) {
    return Objects.requireNonNull(numbers.get(key));
  }

  /** As in single precision far from the origin, where every step is lost in rounding. */
  @Test
  void noMeanIsMadeUpWhereNoRunLeaves() {
    Optimizer stuck =
        Methods.declaring(0, Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}}), true);
    Analysis analysis =
        new DimensionLaw(new DimensionLaw.Config(5000, 1e-3, 50_000, 20))
            .analyze(BENCH.study(saddle(2), stuck), BENCH);

    assertThat(analysis.figures()).isEmpty();
    Finding finding = FamilyWise.decide(analysis.findings()).get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding.detail()).startsWith("d = 2: none of 5,000 runs leaves within ");
    assertThat(finding.observed()).doesNotContainKeys("mean", "standard-deviation");
  }

  /** E T = (ln(R/r) + (ln d)/2 + 0.635)/c + 1/2 for large d. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 30, 200})
  void kicksInAnyDimensionObeyTheLaw(int d) {
    Finding finding = analyze(saddle(d), Methods.gradientDescent(0.1), 50_000).get(0);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    double error = number(finding.predicted(), "standard-deviation") / Math.sqrt(5000);
    assertThat(number(finding.observed(), "mean"))
        .isCloseTo(number(finding.predicted(), "mean"), within(6 * error));
    assertThat(number(finding.predicted(), "mean"))
        .isCloseTo(
            (Math.log(1000) + Math.log(d) / 2 + 0.6351814) / Math.log(1.1) + 0.5, within(8.0 / d));
  }

  @Test
  void memoryAndCurvedLandscapesObeyItToo() {
    assertThat(analyze(Functions.lee(), Methods.heavyBall(0.05, 0.5), 50_000).get(0).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** In one dimension the ball is an interval: P(T > k) = (R/r) (1 + alpha gamma)^-k. */
  @Test
  void inOneDimensionTheBallIsAnInterval() {
    assertThat(StartLaw.coordinateOfBall(1).within(0.3)).isCloseTo(0.3, within(1e-14));
    assertThat(StartLaw.coordinateOfBall(1).slope()).isCloseTo(1, within(1e-14));
    // A semicircle's share of the disc: (2/pi)(u sqrt(1 - u^2) + arcsin u).
    assertThat(StartLaw.coordinateOfBall(2).within(0.5))
        .isCloseTo(2 / Math.PI * (0.5 * Math.sqrt(0.75) + Math.asin(0.5)), within(1e-13));
    assertThat(StartLaw.coordinateOfBall(3).within(2)).isEqualTo(1);
    assertThat(
            analyze(Functions.quadratic(-1), Methods.gradientDescent(0.1), 50_000).get(0).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void aWrongLinearizationIsContradicted() {
    Optimizer wrong =
        Methods.declaring(0.1, Optional.of(x -> new double[][] {{1 - 0.102 * x}}), true);

    assertThat(analyze(saddle(10), wrong, 50_000).get(0).verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void saddlesThatAreLeftOutAreNamed() {
    List<Finding> findings =
        new DimensionLaw(new DimensionLaw.Config(2000, 1e-3, 50_000, 3))
            .analyze(BENCH.study(Functions.himmelblau(), Methods.gradientDescent(0.002)), BENCH)
            .findings();

    assertThat(findings).hasSize(4);
    assertThat(findings.get(3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(findings.get(3).detail())
        .isEqualTo("not measured at 2 further strict saddles; raise max-points of dimension-law");
  }

  @Test
  void conditionsAreChecked() {
    assertThat(
            analyze(Functions.quadratic(-1, -0.5, 1), Methods.gradientDescent(0.1), 50_000)
                .get(0)
                .verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(analyze(saddle(3), Methods.gradientDescent(0.1), 50).get(0).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(analyze(Functions.quadratic(1, 2), Methods.gradientDescent(0.1), 50)).isEmpty();
    assertThatThrownBy(() -> new DimensionLaw.Config(5000, 1, 10, 1))
        .hasMessage("radius-ratio is 1.0: it must lie between 1e-6 and 0.1");
  }
}

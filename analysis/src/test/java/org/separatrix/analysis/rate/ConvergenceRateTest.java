package org.separatrix.analysis.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.laboratory.LocalLaboratory;
import org.separatrix.core.random.RandomStreams;

class ConvergenceRateTest {
  private static final Bench BENCH = new Bench();

  /** Eigenvalues 54 +- 20 sqrt 2 of Himmelblau's function at (3, 2). */
  private static final double LOW = 54 - 20 * Math.sqrt(2);

  private static final double HIGH = 54 + 20 * Math.sqrt(2);

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return new ConvergenceRate(ConvergenceRate.Config.DEFAULT)
        .analyze(BENCH.study(problem, optimizer), BENCH)
        .findings();
  }

  private static double rate(Finding finding) {
    return Objects.requireNonNull(finding.observed().get("rate"));
  }

  private static Finding atThreeTwo(Optimizer optimizer) {
    StudyResult study = BENCH.study(Functions.himmelblau(), optimizer);
    Census census = study.censuses().get(0);
    List<CriticalPoint> minimum =
        census.points().stream()
            .filter(point -> point.distance(new double[] {3, 2}) < 1e-6)
            .toList();
    List<Census> only = List.of(new Census(census.problem(), minimum, census.completeness()));
    List<Finding> findings =
        new ConvergenceRate(ConvergenceRate.Config.DEFAULT)
            .analyze(new StudyResult("study", 1, only, study.cells()), BENCH)
            .findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  static Stream<Arguments> atThreeTwo() {
    double kappa = HIGH / LOW;
    double root = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
    double alpha = 4 / Math.pow(Math.sqrt(HIGH) + Math.sqrt(LOW), 2);
    return Stream.of(
        Arguments.of(Methods.gradientDescent(0.001), 1 - 0.001 * LOW),
        Arguments.of(Methods.gradientDescent(0.02), 0.02 * HIGH - 1),
        Arguments.of(Methods.gradientDescent(1.0 / 54), (kappa - 1) / (kappa + 1)),
        Arguments.of(Methods.heavyBall(alpha, root * root), root),
        Arguments.of(Methods.heavyBall(0.005, 0.9), Math.sqrt(0.9)),
        Arguments.of(Methods.nesterov(0.005, 0.9), Math.sqrt(0.9 * (1 - 0.005 * LOW))));
  }

  /** The optimal heavy ball has double roots, the last two methods complex ones. */
  @ParameterizedTest
  @MethodSource("atThreeTwo")
  void rateIsTheSpectralRadius(Optimizer optimizer, double rate) {
    Finding finding = atThreeTwo(optimizer);

    assertThat(finding.predicted().get("rate")).isCloseTo(rate, within(1e-5));
    assertThat(rate(finding)).isCloseTo(rate, within(1e-3));
    assertThat(finding.verdict()).as(finding.detail()).isEqualTo(Verdict.CONSISTENT);
  }

  /** Gauss-Seidel with relaxation 1/2 on [[2, 1], [1, 2]]: z^2 - 1.0625 z + 0.25. */
  @Test
  void coordinateDescentByItsJacobian() {
    Problem problem =
        Functions.problem(
            "coupled",
            Box.cube(2, -1, 1),
            3,
            (x, g) -> {
              g[0] = 2 * x[0] + x[1];
              g[1] = x[0] + 2 * x[1];
            });
    double expected = (1.0625 + Math.sqrt(1.0625 * 1.0625 - 1)) / 2;
    Finding finding = analyze(problem, Methods.coordinateDescent(0.25)).get(0);
    assertThat(finding.predicted().get("rate")).isCloseTo(expected, within(1e-8));
    assertThat(finding.verdict()).as(finding.detail()).isEqualTo(Verdict.CONSISTENT);
    assertThat(analyze(Functions.himmelblau(), Methods.coordinateDescent(0.01)))
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.CONSISTENT));
  }

  /** The negative control: farther out the step is twice what differences see. */
  @Test
  void aStepThatChangesFartherOutIsContradicted() {
    Problem problem = Functions.quadratic(1, 2);
    Finding finding = analyze(problem, Methods.fickle(0.1, 1e-3, 0.05)).get(0);
    assertThat(finding.predicted().get("rate")).isCloseTo(0.95, within(1e-8));
    assertThat(finding.verdict()).as(finding.detail()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void aStepWithoutADerivativeHasNoRate() {
    assertThat(analyze(Functions.quadratic(1, 2), Methods.squareRoots(0.1)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HYPOTHESES_NOT_MET);
  }

  /** On a quadratic the best step is 2/(lambda_1 + lambda_n), with the rate 9/11 for kappa = 10. */
  @Test
  void optimalStepOfAQuadratic() {
    Problem problem = Functions.quadratic(1, 2, 5, 10);

    assertThat(rate(analyze(problem, Methods.gradientDescent(2.0 / 11)).get(0)))
        .isCloseTo(9.0 / 11, within(1e-3));
    assertThat(rate(analyze(problem, Methods.gradientDescent(2.1 / 11)).get(0)))
        .isGreaterThan(9.0 / 11 + 0.05);
    assertThat(rate(analyze(problem, Methods.gradientDescent(1.9 / 11)).get(0)))
        .isGreaterThan(9.0 / 11 + 0.005);
  }

  /**
   * Random spectra and coefficients, double and complex roots and slow directions among them. What
   * is declared 2% off in alpha, where that moves the rate by twice the accuracy, is contradicted.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void randomQuadratics(int dimension) {
    RandomGenerator random = RandomStreams.stream(dimension);
    int wrongCases = 0;
    for (int i = 0; i < 12; i++) {
      double[] eigenvalues = random.doubles(dimension, 0.2, 1).toArray();
      double alpha = random.nextDouble(0.2, 1.9);
      double beta = i % 3 == 0 ? 0 : random.nextDouble(0, 0.9);
      Optimizer optimizer =
          i % 2 == 0 ? Methods.heavyBall(alpha, beta) : Methods.nesterov(alpha, beta);
      Problem problem = Functions.quadratic(eigenvalues);
      Finding finding = analyze(problem, optimizer).get(0);
      double rate = Objects.requireNonNull(finding.predicted().get("rate"));
      assertThat(finding.verdict())
          .as(finding.detail())
          .isEqualTo(rate < 1 ? Verdict.CONSISTENT : Verdict.HYPOTHESES_NOT_MET);

      Optimizer wrong =
          Methods.declaring(alpha, Methods.gradientDescent(1.02 * alpha).linearization(), true);
      Finding other = analyze(problem, wrong).get(0);
      double difference =
          Math.abs(rate(other) - Objects.requireNonNull(other.predicted().get("rate")));
      if (difference > 2e-3 && Objects.requireNonNull(other.predicted().get("rate")) < 1) {
        wrongCases++;
        assertThat(other.verdict()).isEqualTo(Verdict.CONTRADICTED);
      }
    }
    assertThat(wrongCases).isGreaterThan(3);
  }

  /** At lambda = 1: z^2 - 1.35 z + 0.45 = (z - 0.75)(z - 0.6). */
  @Test
  void laboratoryOfThisMachineMeasuresTheSame() {
    Laboratory laboratory = new LocalLaboratory(new Ensemble(1), 7, () -> false);
    StudyResult study = BENCH.study(Functions.lee(), Methods.nesterov(0.1, 0.5));

    assertThat(
            new ConvergenceRate(ConvergenceRate.Config.DEFAULT)
                .analyze(study, laboratory)
                .findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(rate(finding)).isCloseTo(0.75, within(1e-3)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  /** alpha = 1/lambda in one dimension ends in one step, the doubly degenerate block in two. */
  @Test
  void rateZero() {
    Finding one = analyze(Functions.quadratic(4), Methods.gradientDescent(0.25)).get(0);
    Finding two = analyze(Functions.quadratic(4), Methods.heavyBall(0.25, 0)).get(0);

    assertThat(one.predicted()).containsEntry("rate", 0.0);
    assertThat(rate(one)).isLessThan(1e-8);
    assertThat(one.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(rate(two)).isLessThan(1e-3);
    assertThat(two.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void wrongLinearizationIsContradicted() {
    Optimizer wrong =
        Methods.declaring(0.1, Optional.of(x -> new double[][] {{1 - 0.102 * x}}), true);

    assertThat(analyze(Functions.lee(), wrong))
        .hasSize(2)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONTRADICTED);
  }

  /** The minima of the function of Lee et al. have the eigenvalues 1 and 2. */
  @Test
  void stepBeyondTwoOverLambdaIsAViolation() {
    List<Finding> findings = analyze(Functions.lee(), Methods.gradientDescent(1.05));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(0).hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("spectral radius < 1");
    assertThat(rate(findings.get(0))).isCloseTo(1.1, within(1e-3));
  }

  /** A rate of 1 - 1e-5 needs 19 million steps; 20,000 cannot tell it from 1. */
  @Test
  void slowRateIsInconclusive() {
    ConvergenceRate.Config config = new ConvergenceRate.Config(3, 20_000, 20);
    StudyResult study = BENCH.study(Functions.lee(), Methods.gradientDescent(1e-5));

    assertThat(new ConvergenceRate(config).analyze(study, BENCH).findings())
        .extracting(Finding::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void degenerateMinimumHasNoLinearRate() {
    Problem quartic =
        Functions.problem(
            "quartic",
            Box.cube(2, -1, 1),
            12,
            (x, g) -> {
              g[0] = x[0];
              g[1] = 4 * x[1] * x[1] * x[1];
            });

    List<Finding> findings = analyze(quartic, Methods.gradientDescent(0.05));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(0).detail()).contains("sublinear");
  }

  @Test
  void noiseIsToldApart() {
    Optimizer noisy = Methods.declaring(0.1, Optional.empty(), false);

    List<Finding> findings = analyze(Functions.lee(), noisy);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void lineHasTheSlopeAndTheLeverage() {
    LeastSquaresLine line = LeastSquaresLine.through(new double[] {9, 1, 3.5, 5.5, 8, 9}, 1, 5);

    // (0, 1), (1, 3.5), (2, 5.5), (3, 8): by hand 0.3 y_3 + 0.1 y_2 - 0.1 y_1 - 0.3 y_0.
    assertThat(line.slope()).isCloseTo(2.3, within(1e-14));
    assertThat(line.residualRange()).isCloseTo(0.3, within(1e-14));
    assertThat(line.leverage()).isCloseTo(0.4, within(1e-14));
    assertThat(LeastSquaresLine.leverage(2)).isEqualTo(1);
    assertThat(LeastSquaresLine.leverage(1000)).isCloseTo(1.5e-3, within(1e-7));
  }
}

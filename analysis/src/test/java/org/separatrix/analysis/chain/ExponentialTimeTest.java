package org.separatrix.analysis.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Cells;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.statistics.FamilyWise;

class ExponentialTimeTest {
  private static final Bench BENCH = new Bench();
  private static final Optimizer DESCENT = Methods.gradientDescent(0.25);

  /** 0.5 in each coordinate. */
  private static final StartDistribution HALF =
      new StartDistribution() {
        @Override
        public void draw(RandomGenerator random, long run, double[] x) {
          Arrays.fill(x, 0.5);
        }

        @Override
        public boolean isAbsolutelyContinuous() {
          return false;
        }
      };

  private static ExponentialTime.Config config(ExponentialTime.Law law) {
    return new ExponentialTime.Config(1, 100, 20_000, 0.01, law);
  }

  private static StudyResult study(
      List<Problem> problems, Optimizer optimizer, Function<Problem, StartDistribution> start) {
    List<Census> censuses = new ArrayList<>();
    List<CellResult> cells = new ArrayList<>();
    for (Problem problem : problems) {
      StudyResult one =
          BENCH.study(problem, optimizer, start.apply(problem), 1, Bench.stop().withMaxSteps(1));
      censuses.addAll(one.censuses());
      cells.addAll(one.cells());
    }
    return new StudyResult("study", 1, censuses, cells);
  }

  private static List<Problem> dimensions(int from, int to, IntFunction<Problem> problem) {
    return IntStream.rangeClosed(from, to).mapToObj(problem).toList();
  }

  private static Analysis analyze(StudyResult study, ExponentialTime.Law law) {
    return new ExponentialTime(config(law)).analyze(study, BENCH);
  }

  private static Finding only(Analysis analysis, String prediction) {
    List<Finding> findings =
        FamilyWise.decide(analysis.findings()).stream()
            .filter(finding -> finding.prediction().equals(prediction))
            .toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static Finding recurrence(Problem problem, Optimizer optimizer) {
    StudyResult study = study(List.of(problem), optimizer, any -> HALF);
    return only(analyze(study, ExponentialTime.Law.BY_METHOD), "chain-recurrence");
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  private static Status status(Finding finding, String hypothesis) {
    return finding.hypotheses().stream()
        .filter(h -> h.name().equals(hypothesis))
        .map(Hypothesis::status)
        .findFirst()
        .orElseThrow();
  }

  /** The published times, also where doubles underflow, and kappa = ln 2 / ln(1 + 1/(2 L)). */
  @ParameterizedTest
  @CsvSource({"1, '6,21,62,173,472,1284,3483'", "3, '14,89,495,2732,15023'"})
  void saddlesArePassedWhenTheRecurrenceSays(double l, String times) {
    double[] published =
        Arrays.stream(times.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    Finding finding =
        recurrence(ChainOfSaddles.problem(published.length, l), Methods.gradientDescent(0.25 / l));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    for (int k = 1; k <= published.length; k++) {
      assertThat(observed(finding, "passage-" + k)).isEqualTo(published[k - 1]);
    }
    assertThat(Objects.requireNonNull(finding.predicted().get("kappa")))
        .isCloseTo(Math.log(2) / Math.log1p(0.5 / l), within(1e-6));
    assertThat(status(finding, ChainHypotheses.RANGE)).isEqualTo(Status.CERTIFIED);
    assertThat(observed(finding, "underflow-of-doubles")).isBetween(1000.0, 1100.0);
  }

  /** Waiting is slower, and leaving faster, than it declares. */
  @ParameterizedTest
  @CsvSource({"0.27, contradicted", "0.25, consistent"})
  void aWrongLinearizationIsContradicted(double declared, String verdict) {
    Optimizer method =
        Methods.declaring(0.25, Optional.of(x -> new double[][] {{1 - declared * x}}), true);

    Finding finding = recurrence(ChainOfSaddles.problem(5, 1), method);

    assertThat(finding.verdict().label()).isEqualTo(verdict);
  }

  /** Gradient descent by another name, which cannot be followed with unbounded exponents. */
  @Test
  void underflowIsNamedWhereItCannotBeAvoided() {
    Optimizer method =
        Methods.declaring(0.25, Optional.of(x -> new double[][] {{1 - 0.25 * x}}), true);

    Finding finding = recurrence(ChainOfSaddles.problem(7, 1), method);

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(status(finding, ChainHypotheses.RANGE)).isEqualTo(Status.VIOLATED);
    assertThat(finding.observed()).doesNotContainKey("passage-7");
  }

  @Test
  void methodsWithMemoryAndSingleSaddlesHaveNoLaw() {
    Finding memory = recurrence(ChainOfSaddles.problem(3, 1), Methods.heavyBall(0.1, 0.3));
    assertThat(memory.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(status(memory, ChainHypotheses.ONE_VECTOR)).isEqualTo(Status.VIOLATED);

    Finding single = recurrence(Functions.lee(), Methods.gradientDescent(0.08));
    assertThat(single.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(status(single, ChainHypotheses.CHAIN)).isEqualTo(Status.VIOLATED);
  }

  @ParameterizedTest
  @CsvSource({
    "BY_METHOD, exponential-time, CONSISTENT",
    "POLYNOMIAL, polynomial-time, CONTRADICTED"
  })
  void descentTakesExponentialTime(ExponentialTime.Law law, String prediction, Verdict verdict) {
    StudyResult study =
        study(dimensions(2, 8, d -> ChainOfSaddles.problem(d, 1)), DESCENT, any -> HALF);

    Analysis analysis = analyze(study, law);
    Finding finding = only(analysis, prediction);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(observed(finding, "exponential-rate"))
        .isCloseTo(Math.log1p(Math.log(2) / Math.log(1.5)), within(0.1));
    assertThat(observed(finding, "exponential-rate-residual"))
        .isLessThan(observed(finding, "power-residual") / 4);
    assertThat(finding.detail()).contains("from d = 7 on doubles underflow and never arrive");
    assertThat(analysis.figures()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "POLYNOMIAL, polynomial-time, CONSISTENT",
    "EXPONENTIAL, exponential-time, CONTRADICTED"
  })
  void noiseMakesItPolynomial(ExponentialTime.Law law, String prediction, Verdict verdict) {
    List<Problem> problems = dimensions(2, 10, d -> ChainOfSaddles.problem(d, 1));
    StudyResult noisy = study(problems, ChainOfSaddles.noisyDescent(0.25), any -> HALF);
    // Noise has no linearization: kappa comes from another method of the study.
    StudyResult descent = study(problems.subList(0, 2), DESCENT, any -> HALF);
    List<CellResult> cells = new ArrayList<>(noisy.cells());
    for (CellResult cell : descent.cells()) {
      cells.add(Cells.named("other", "descent", cell));
    }

    Analysis analysis = analyze(new StudyResult("study", 1, noisy.censuses(), cells), law);

    Finding finding =
        FamilyWise.decide(analysis.findings()).stream()
            .filter(f -> f.prediction().equals(prediction))
            .filter(f -> f.objective().endsWith("=10"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(observed(finding, "power-low")).isGreaterThan(0.5);
    assertThat(observed(finding, "power-high")).isLessThan(2.5);
  }

  private static Problem doubleWells(int d) {
    return Functions.problem(
        "wells dimension=" + d,
        Box.cube(d, -1.5, 1.5),
        6,
        (x, g) -> {
          for (int k = 0; k < d; k++) {
            g[k] = x[k] * x[k] * x[k] - x[k];
          }
        });
  }

  /** Saddles that do not chain: all coordinates leave at once, however many they are. */
  @Test
  void independentSaddlesContradictTheExponentialLaw() {
    StudyResult study =
        study(
            dimensions(2, 7, ExponentialTimeTest::doubleWells),
            Methods.gradientDescent(0.01),
            any -> HALF);

    Finding finding = only(analyze(study, ExponentialTime.Law.EXPONENTIAL), "exponential-time");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void fewDimensionsTellNothingAndConvexFunctionsHaveNoLaw() {
    StudyResult few =
        study(dimensions(2, 5, d -> ChainOfSaddles.problem(d, 1)), DESCENT, any -> HALF);
    assertThat(only(analyze(few, ExponentialTime.Law.BY_METHOD), "exponential-time").verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);

    StudyResult convex = study(List.of(Functions.quadratic(1, 2)), DESCENT, Bench::uniform);
    assertThat(analyze(convex, ExponentialTime.Law.BY_METHOD).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void configurationIsChecked() {
    ExponentialTime.Law law = ExponentialTime.Law.BY_METHOD;
    assertThatThrownBy(() -> new ExponentialTime.Config(0, 2, 1, 1, law))
        .hasMessage("starts is 0: it must be at least 1");
    assertThatThrownBy(() -> new ExponentialTime.Config(1, 1, 1, 1, law))
        .hasMessage("runs is 1: it must be at least 2");
    assertThatThrownBy(() -> new ExponentialTime.Config(1, 2, 0, 1, law))
        .hasMessage("max-steps is 0: it must be at least 1");
    assertThatThrownBy(() -> new ExponentialTime.Config(1, 2, 1, 0, law))
        .hasMessage("gradient-tolerance is 0.0: it must be a positive, finite number");
  }
}

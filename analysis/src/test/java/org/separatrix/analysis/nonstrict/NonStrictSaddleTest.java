package org.separatrix.analysis.nonstrict;

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
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.start.UniformBox;
import org.separatrix.core.statistics.FamilyWise;

class NonStrictSaddleTest {
  private static final Bench BENCH = new Bench();
  private static final int RUNS = 3000;

  private static Problem formula(String text, String... variables) {
    Box domain = Box.cube(variables.length, -1, 1);
    Landscape landscape =
        Landscape.on(domain)
            .withCriticalPoint(CriticalPointKind.DEGENERATE, new double[variables.length]);
    return new Problem(
        "formula",
        new SymbolicFormulaCompiler().compile(Formula.of(text, variables), landscape),
        domain,
        Optional.of(new LipschitzBound(12, Status.DECLARED)));
  }

  private static Analysis analysis(Problem problem, Optimizer optimizer, StartDistribution start) {
    StudyResult study = BENCH.study(problem, optimizer, start, 1, Bench.stop());
    return new NonStrictSaddle(new NonStrictSaddle.Config(RUNS, 50_000, 3)).analyze(study, BENCH);
  }

  private static List<Finding> findings(Problem problem, Optimizer optimizer) {
    return FamilyWise.decide(
        analysis(problem, optimizer, new UniformBox(problem.domain())).findings());
  }

  /**
   * Runs drift along x = 3 y^2, a parabola that is longer than the y-axis, and so more slowly than
   * -3.5 y^4 alone would have them: by 36 y^2.
   */
  @Test
  void runsAreSlowerOnABentGraph() {
    Finding finding =
        FamilyWise.decide(
                new NonStrictSaddle(new NonStrictSaddle.Config(20_000, 200_000, 3))
                    .analyze(
                        BENCH.study(
                            formula("x^2/2 + y^4 - 3*y^2*x", "x", "y"),
                            Methods.gradientDescent(0.025)),
                        BENCH)
                    .findings())
            .get(0);

    assertThat(finding.prediction()).isEqualTo("degenerate-survival");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  private static double predicted(Finding finding, String key) {
    return Objects.requireNonNull(finding.predicted().get(key));
  }

  /** P(T > k) falls as (1 + 8 alpha k)^(-1/2). */
  @ParameterizedTest
  @CsvSource({"x^2 - y^4, 0.5", "x^2 - y^6, 0.25"})
  void whatFallsOnBothSidesIsLeftAsAPower(String text, double exponent) {
    Analysis analysis =
        analysis(
            formula(text, "x", "y"),
            Methods.gradientDescent(0.1),
            new UniformBox(Box.cube(2, -1, 1)));
    List<Finding> findings = FamilyWise.decide(analysis.findings());
    Finding survival = findings.get(0);

    assertThat(survival.verdict()).as(survival.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(survival, "exponent")).isCloseTo(exponent, within(1e-12));
    assertThat(observed(survival, "slope")).isCloseTo(-exponent, within(0.06));
    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(analysis.figures()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.5"})
  void momentumLetsGoByItsLongerDrift(double beta) {
    Problem quartic = formula("x^2 - y^4", "x", "y");
    for (Optimizer method : List.of(Methods.heavyBall(0.02, beta), Methods.nesterov(0.02, beta))) {
      Finding survival = findings(quartic, method).get(0);
      assertThat(survival.verdict()).as(survival.toString()).isEqualTo(Verdict.CONSISTENT);
    }
  }

  @Test
  void saysWhatItLeavesOut() {
    Box domain = Box.cube(2, -1, 1);
    Landscape landscape =
        Landscape.on(domain)
            .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, -0.5)
            .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0.5);
    Formula text = Formula.of("x^2 - (y - 0.5)^4 * (y + 0.5)^4", "x", "y");
    Problem twice =
        new Problem(
            "twice",
            new SymbolicFormulaCompiler().compile(text, landscape),
            domain,
            Optional.of(new LipschitzBound(12, Status.DECLARED)));
    StudyResult study =
        BENCH.study(twice, Methods.gradientDescent(0.1), new UniformBox(domain), 1, Bench.stop());

    List<Finding> one =
        new NonStrictSaddle(new NonStrictSaddle.Config(RUNS, 1000, 1))
            .analyze(study, BENCH)
            .findings();
    List<Finding> both =
        new NonStrictSaddle(new NonStrictSaddle.Config(RUNS, 1000, 2))
            .analyze(study, BENCH)
            .findings();

    assertThat(one)
        .filteredOn(finding -> finding.detail().contains("raise max-points of non-strict-saddle"))
        .extracting(Finding::prediction)
        .containsExactlyInAnyOrder("degenerate-survival", "degenerate-share");
    assertThat(both)
        .hasSize(one.size())
        .noneMatch(finding -> finding.detail().contains("max-points"));
  }

  /** From U[-1,1] the share min(1, 1/(3 alpha))/2 stays. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.5", "0.5, 0.333333333", "0.9, 0.185185185"})
  void aCubicKeepsTheIntervalToItsPreimage(double alpha, double share) {
    List<Finding> findings =
        findings(formula("x^2 + y^3", "x", "y"), Methods.gradientDescent(alpha));

    assertThat(findings).hasSize(2);
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    Finding kept = findings.get(1);
    assertThat(predicted(kept, "high")).isCloseTo(1 / (3 * alpha), within(1e-9));
    assertThat(observed(kept, "share"))
        .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / RUNS)));
    assertThat(predicted(findings.get(0), "exponent")).isZero();
  }

  @Test
  void oneDimensionIsEnough() {
    List<Finding> findings = findings(formula("x^3", "x"), Methods.gradientDescent(0.1));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(observed(findings.get(1), "share")).isCloseTo(0.5, within(0.04));
  }

  /** Three rays lead to the monkey saddle; the share falls as k^-2. */
  @Test
  void theMonkeySaddleKeepsNothing() {
    Finding survival =
        findings(formula("x^3 - 3*x*y^2", "x", "y"), Methods.gradientDescent(0.1)).get(0);

    assertThat(survival.verdict()).as(survival.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(survival, "slope")).isCloseTo(-2, within(0.01));
    assertThat(observed(survival, "slope")).isCloseTo(-2, within(observed(survival, "tolerance")));
  }

  /** F = cos^4 + sin^4 > 0: a minimum, which keeps all. */
  @Test
  void aPlanarKernelMayAttract() {
    Finding survival =
        findings(formula("x^4 + y^4", "x", "y"), Methods.gradientDescent(0.1)).get(0);

    assertThat(survival.verdict()).as(survival.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(survival, "slope")).isZero();
  }

  /** A method that claims twice its step, and one that moves by |g|^(7/5). */
  @Test
  void falseClaimsAreContradicted() {
    Optimizer boastful =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 0.2 * lambda}}), true);

    assertThat(findings(formula("x^2 - y^4", "x", "y"), boastful).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(
            findings(formula("x^3 - 3*x*y^2", "x", "y"), new FlattenedDescent()).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  /** In x there is a minimum at 0 and another one at 0.8, which takes its part of the interval. */
  @Test
  void otherCoordinatesMayGoElsewhere() {
    assertThat(findings(formula("x^2*(x - 0.8)^2 + y^3/3", "x", "y"), Methods.gradientDescent(0.1)))
        .filteredOn(finding -> finding.prediction().equals("degenerate-share"))
        .isNotEmpty()
        .extracting(NonStrictSaddleTest::violated)
        .containsOnly("the other coordinates go to the point");
  }

  /**
   * Separable where it is sampled, but for |x| > 1 that coordinate is driven away, if y is not 0.
   */
  @Test
  void aCouplingOutsideIsContradicted() {
    Problem coupled =
        Functions.problem(
            "coupled",
            Box.cube(2, -1, 1),
            6,
            Landscape.on(Box.cube(2, -1, 1)).withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0),
            (x, g) -> {
              g[0] = Math.abs(x[0]) > 1 && x[1] != 0 ? -x[0] : 2 * x[0];
              g[1] = 3 * x[1] * x[1];
            });
    List<Finding> findings =
        FamilyWise.decide(
            analysis(coupled, Methods.gradientDescent(0.1), new UniformBox(Box.cube(2, -2, 2)))
                .findings());

    assertThat(findings.get(1).verdict()).as(findings.toString()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void whatIsNotOfThisKindIsSaid() {
    Optimizer descent = Methods.gradientDescent(0.1);

    // The quartic term decides along y where the cubic one vanishes.
    assertThat(violated(findings(formula("x^3 + y^4", "x", "y"), descent).get(0)))
        .startsWith("f ~ r^p F(u)");
    assertThat(violated(findings(formula("x^3 + y^3 + z^3", "x", "y", "z"), descent).get(0)))
        .isEqualTo("kernel of dimension 1 or 2");
    assertThat(
            findings(formula("x^3", "x"), Methods.declaring(0.1, Optional.empty(), false))
                .get(0)
                .verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings(Functions.lee(), descent))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void tooFewStepsDecideNothing() {
    StudyResult study = BENCH.study(formula("x^2 - y^4", "x", "y"), Methods.gradientDescent(0.1));
    Finding finding =
        new NonStrictSaddle(new NonStrictSaddle.Config(RUNS, 100, 3))
            .analyze(study, BENCH)
            .findings()
            .get(0);

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({"99, 100, 1, runs", "100, 99, 1, max-steps", "100, 100, 0, max-points"})
  void badValuesAreNamed(int runs, int steps, int points, String key) {
    assertThatThrownBy(() -> new NonStrictSaddle.Config(runs, steps, points))
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

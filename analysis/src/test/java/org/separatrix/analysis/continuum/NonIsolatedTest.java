package org.separatrix.analysis.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.start.UniformBox;

class NonIsolatedTest {
  private static final Bench BENCH = new Bench();

  private static Problem saddleLine() {
    return formula(
        "2*x*y + 2*x*z - 2*x - y - z",
        Landscape.on(Box.cube(3, -2, 2))
            .withLipschitz(2 * Math.sqrt(2))
            .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.5, 0.5, 0.5),
        "x",
        "y",
        "z");
  }

  private static Problem hyperbola() {
    return formula(
        "(x*y - 1)^2/2",
        Landscape.on(Box.cube(2, -3, 3))
            .withLipschitz(30)
            .withCriticalPoint(CriticalPointKind.DEGENERATE, 1, 1),
        "x",
        "y");
  }

  private static Problem formula(String text, Landscape landscape, String... variables) {
    return new Problem(
        "formula",
        new SymbolicFormulaCompiler().compile(Formula.of(text, variables), landscape),
        landscape.domain().orElseThrow(),
        Optional.of(
            new Problem.LipschitzBound(
                landscape.lipschitz().orElseThrow(),
                org.separatrix.api.objective.Status.DECLARED)));
  }

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return analysis(problem, optimizer, new UniformBox(problem.domain())).findings();
  }

  private static Analysis analysis(Problem problem, Optimizer optimizer, StartDistribution start) {
    StudyResult study = BENCH.study(problem, optimizer, start, 1, Bench.stop());
    return new NonIsolated(new NonIsolated.Config(1000, 5000)).analyze(study, BENCH);
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  @Test
  void aLineOfSaddlesIsAvoided() {
    for (Optimizer method :
        new Optimizer[] {
          Methods.gradientDescent(0.1),
          Methods.heavyBall(0.1, 0.5),
          Methods.nesterov(0.1, 0.5),
          Methods.coordinateDescent(0.1)
        }) {
      List<Finding> findings = analyze(saddleLine(), method);

      assertThat(findings.get(0).prediction()).isEqualTo("non-isolated-saddles");
      assertThat(findings.get(0).verdict()).as(findings.toString()).isEqualTo(Verdict.CONSISTENT);
      assertThat(observed(findings.get(0), "hits")).isZero();
      assertThat(findings.get(1).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    }
  }

  /** For |x| > 1, y halves in each of many steps, more than the steps after them make up for. */
  @Test
  void whatShrinksOnTheWayIsNoContradiction() {
    Problem funnel =
        formula(
            "x^2/40 + y^2/2*(1 - 1.2*exp(-x^2)) + y^4/4 + 0*z",
            Landscape.on(new Box(new double[] {-5, -0.5, -1}, new double[] {5, 0.5, 1}))
                .withLipschitz(1.8)
                .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0, 0)
                .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0, 0.5),
            "x",
            "y",
            "z");
    Finding finding = analyze(funnel, Methods.gradientDescent(0.55)).get(0);

    assertThat(observed(finding, "hits")).isPositive();
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** Starts on the line of saddles itself, which claim to have a density. */
  private static StartDistribution onTheLine(boolean claimed) {
    return new StartDistribution() {
      @Override
      public void draw(RandomGenerator random, long run, double[] x) {
        x[0] = 0.5;
        x[1] = random.nextInt(1024) / 1024.0;
        x[2] = 1 - x[1];
      }

      @Override
      public boolean isAbsolutelyContinuous() {
        return claimed;
      }
    };
  }

  @Test
  void aFalseDensityIsContradicted() {
    Optimizer descent = Methods.gradientDescent(0.1);

    assertThat(analysis(saddleLine(), descent, onTheLine(true)).findings().get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(analysis(saddleLine(), descent, onTheLine(false)).findings().get(0).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    Optimizer sweep = Methods.coordinateDescent(0.1);
    assertThat(analysis(saddleLine(), sweep, onTheLine(true)).findings().get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(analyze(saddleLine(), Methods.squareRoots(0.1)).get(0).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void tooFewStepsDecideNothing() {
    assertThat(analyze(saddleLine(), Methods.gradientDescent(1e-3)).get(0).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** 2/alpha, 2 (1 + beta)/alpha and 2 (1 + beta)/(alpha (1 + 2 beta)). */
  @Test
  void theLimitIsThatOfTheMethod() {
    assertThat(limit(Methods.gradientDescent(0.2))).isCloseTo(10, within(1e-6));
    assertThat(limit(Methods.heavyBall(0.2, 0.5))).isCloseTo(15, within(1e-6));
    assertThat(limit(Methods.nesterov(0.2, 0.5))).isCloseTo(7.5, within(1e-6));
  }

  private static double limit(Optimizer method) {
    return SharpnessLimit.of(method.linearization().orElseThrow()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.4"})
  void runsEndAtMinimaThatAreNotTooSharp(double alpha) {
    Analysis analysis =
        analysis(hyperbola(), Methods.gradientDescent(alpha), new UniformBox(Box.cube(2, -3, 3)));
    Finding finding = analysis.findings().get(1);

    assertThat(finding.prediction()).isEqualTo("sharpness-limit");
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "largest-sharpness")).isLessThanOrEqualTo(2 / alpha + 1e-6);
    assertThat(observed(finding, "sharper-with-a-tenth-of-the-step")).isPositive();
    assertThat(analysis.figures()).hasSize(1);
    assertThat(analysis.findings().get(0).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** A method that claims a step twice its own ends at minima that its claim forbids. */
  @Test
  void aFalseLinearizationIsContradicted() {
    Optimizer claim =
        Methods.declaring(0.3, Optional.of(lambda -> new double[][] {{1 - 0.6 * lambda}}), true);

    assertThat(analyze(hyperbola(), claim).get(1).verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void isolatedPointsAreNoneOfThis() {
    assertThat(analyze(Functions.lee(), Methods.gradientDescent(0.05)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.HYPOTHESES_NOT_MET);
    Problem quartic =
        formula(
            "x^2 + y^4",
            Landscape.on(Box.cube(2, -1, 1))
                .withLipschitz(12)
                .withCriticalPoint(CriticalPointKind.DEGENERATE, 0, 0),
            "x",
            "y");
    assertThat(analyze(quartic, Methods.gradientDescent(0.05)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.HYPOTHESES_NOT_MET);
  }

  @ParameterizedTest
  @CsvSource({"99, 10, runs", "100, 9, max-steps"})
  void badValuesAreNamed(int runs, int steps, String key) {
    assertThatThrownBy(() -> new NonIsolated.Config(runs, steps))
        .hasMessageStartingWith(key + " is ");
  }
}

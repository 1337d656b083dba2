package org.separatrix.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;

class StepStabilityTest {
  private static final Bench BENCH = new Bench();
  private static final StepStability.Config CONFIG =
      new StepStability.Config(0.5, 2.1, 4, 2, 4000, 1.5, 1);

  private static Analysis analyze(Problem problem, Optimizer optimizer) {
    return new StepStability(CONFIG).analyze(BENCH.study(problem, optimizer), BENCH);
  }

  private static Finding finding(Problem problem, Optimizer optimizer, String prediction) {
    return finding(analyze(problem, optimizer), prediction);
  }

  private static Finding finding(Analysis analysis, String prediction) {
    return analysis.findings().stream()
        .filter(each -> each.prediction().equals(prediction))
        .findFirst()
        .orElseThrow();
  }

  /** At (0, +-1) the eigenvalues are 1 and 2. */
  @Test
  void leeFlipsAtOneAndTheCycleDiesAtRootFiveMinusOne() {
    List<Finding> findings =
        analyze(Functions.lee(), Methods.gradientDescent(0.1)).findings().subList(0, 3);

    assertThat(findings).allMatch(each -> each.verdict() == Verdict.CONSISTENT);
    assertThat(findings.get(0).predicted().get("step")).isCloseTo(1, within(1e-9));
    assertThat(findings.get(0).observed().get("stable-up-to")).isBetween(0.99, 1.0);
    assertThat(findings.get(0).observed().get("unstable-from")).isBetween(1.0, 1.01);
    assertThat(findings.get(0).observed().get("exponent-below"))
        .isCloseTo(Math.log(0.8), within(1e-3));
    assertThat(findings.get(1).observed().get("multiplier-slope")).isCloseTo(-4, within(0.01));
    assertThat(findings.get(1).observed().get("death-step"))
        .isCloseTo(Math.sqrt(5) - 1, within(1e-6));
    assertThat(findings.get(2).observed().get("once-near")).isGreaterThan(50);
    assertThat(findings.get(2).observed().get("staying")).isZero();
  }

  /** Steps of 1e13 and of 1e-15, whose limits are these times 20. */
  @ParameterizedTest
  @CsvSource({"1e7", "1e-7"})
  void theUnitOfLengthDoesNotMatter(double unit) {
    double alpha = 0.05 * unit * unit;
    Finding finding =
        finding(Functions.leeInUnits(unit), Methods.gradientDescent(alpha), "step-stability");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    double step = Objects.requireNonNull(finding.predicted().get("step"));
    assertThat(step / unit / unit).isCloseTo(1, within(1e-9));
  }

  /** The limits of Himmelblau's minimum (3, 2) and of an ill-conditioned quadratic's. */
  @ParameterizedTest
  @CsvSource({"heavy-ball, 3.8", "nesterov, 1.3571428571428572", "gradient-descent, 2"})
  void methodsWithMomentumHaveTheirOwnLimits(String name, double limit) {
    Optimizer method =
        switch (name) {
          case "heavy-ball" -> Methods.heavyBall(0.01, 0.9);
          case "nesterov" -> Methods.nesterov(0.01, 0.9);
          default -> Methods.gradientDescent(0.01);
        };
    Finding finding = finding(Functions.quadratic(3, 5), method, "step-stability");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.predicted().get("step")).isCloseTo(limit / 5, within(1e-9));
    assertThat(finding.observed().get("stable-up-to")).isBetween(0.98 * limit / 5, limit / 5);
    assertThat(finding.observed().get("unstable-from")).isBetween(limit / 5, 1.02 * limit / 5);
  }

  @Test
  void heavyBallsTwoCycleIsBornOnHimmelblau() {
    Finding cycle = finding(Functions.himmelblau(), Methods.heavyBall(0.001, 0.5), "two-cycle");

    assertThat(cycle.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(cycle.observed().get("error")).isLessThan(0.08);
  }

  /** x^2/2 + x^4/4 grows steeper away from its minimum, so the cycle exists before the flip. */
  @Test
  void aCycleThatRepelsIsFoundBeforeTheFlip() {
    Problem problem =
        Functions.problem(
            "hard", Box.cube(1, -0.9, 0.9), 4, (x, g) -> g[0] = x[0] + x[0] * x[0] * x[0]);
    Finding cycle = finding(problem, Methods.gradientDescent(0.1), "two-cycle");

    assertThat(cycle.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(cycle.observed().get("attracts")).isZero();
  }

  /** A quadratic's flip is degenerate: all points are in 2-cycles at once. */
  @Test
  void aQuadraticHasNoCycleOfItsOwn() {
    Finding cycle = finding(Functions.quadratic(1, 2), Methods.gradientDescent(0.1), "two-cycle");

    assertThat(cycle.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** A method that says it steps by 0.05 but steps by 0.1. */
  @Test
  void aFalseLinearizationIsContradicted() {
    Linearization half = lambda -> new double[][] {{1 - 0.05 * lambda}};
    Optimizer method = Methods.declaring(0.1, Optional.of(half), true);

    LongAdder gradients = new LongAdder();
    Problem lee =
        Functions.problem(
            "counted lee",
            Functions.lee().domain(),
            11,
            (x, g) -> {
              gradients.increment();
              g[0] = x[0];
              g[1] = x[1] * x[1] * x[1] - x[1];
            });
    Analysis analysis = analyze(lee, method);

    assertThat(finding(analysis, "step-stability").verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding(analysis, "two-cycle").verdict()).isEqualTo(Verdict.CONTRADICTED);
    // The cycle bears only short strides near its birth, but longer ones soon after it.
    assertThat(gradients.sum()).isLessThan(1_000_000);
  }

  /** Where the linearization says that a minimum repels which attracts, runs stay. */
  @Test
  void runsThatStayContradict() {
    Linearization fivefold = lambda -> new double[][] {{1 - 0.5 * lambda}};
    Optimizer method = Methods.declaring(0.1, Optional.of(fivefold), true);

    assertThat(finding(Functions.lee(), method, "passing-minimum").verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  /**
   * x^2/2 (1 + 2 exp(-y^2)) + y^2/200: at 0 the step 1 doubles x, but far from it x shrinks to
   * nothing on the long way, and then nothing leads away.
   */
  @Test
  void whatShrankElsewhereIsNoContradiction() {
    Problem squashing =
        Functions.problem(
            "squashing",
            new Box(new double[] {-0.5, -4}, new double[] {0.5, 4}),
            3,
            (x, g) -> {
              double bump = 2 * Math.exp(-x[1] * x[1]);
              g[0] = x[0] * (1 + bump);
              g[1] = x[1] / 100 - x[0] * x[0] * x[1] * bump;
            });
    Finding finding = finding(squashing, Methods.gradientDescent(0.1), "passing-minimum");

    assertThat(finding.observed().get("held")).isPositive();
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** Where only the inmost part of a valley repels, a cycle is as near to the minimum as that. */
  @Test
  void aSmallCycleIsNoStay() {
    Problem valley =
        Functions.problem(
            "valley",
            Box.cube(2, -50, 50),
            101,
            (x, g) -> {
              g[0] = x[0] / Math.sqrt(1 + x[0] * x[0]);
              g[1] = x[1] / Math.sqrt(1e-4 + x[1] * x[1]);
            });
    Finding finding = finding(valley, Methods.gradientDescent(0.1), "passing-minimum");

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.observed().get("once-near")).isPositive();
  }

  /**
   * In each minimum two directions flip at once, and what turns by a third of a circle keeps it as
   * it is: a multiplier of the cycle along the circle is nearer to 1 than the one along the radius.
   */
  @Test
  void aFlipOfTwoDirectionsHasNoMultiplierOfItsOwn() {
    Problem tetrahedron =
        Functions.problem(
            "tetrahedron",
            Box.cube(3, -2, 2),
            14,
            (x, g) -> {
              g[0] = x[1] * x[2] + 0.8 * x[0] * x[0] * x[0];
              g[1] = x[0] * x[2] + 0.8 * x[1] * x[1] * x[1];
              g[2] = x[0] * x[1] + 0.8 * x[2] * x[2] * x[2];
            });
    Analysis analysis = analyze(tetrahedron, Methods.gradientDescent(0.07));

    assertThat(finding(analysis, "step-stability").verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding(analysis, "two-cycle").hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("a 2-cycle branches off at another step");
  }

  @Test
  void withoutAMapNothingIsClaimed() {
    Optimizer noisy = Methods.declaring(0.1, Optional.empty(), false);

    assertThat(analyze(Functions.lee(), noisy).findings())
        .hasSize(3)
        .allMatch(each -> each.verdict() == Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void withoutAMinimumThereIsNothingToSay() {
    assertThat(analyze(Functions.quadratic(-1, 2), Methods.gradientDescent(0.1)).findings())
        .isEmpty();
  }

  /** A condition number of 10^5 takes more steps than the default to tell the limit. */
  @Test
  void tooFewStepsAreInconclusive() {
    assertThat(
            finding(Functions.quadratic(1e-5, 1), Methods.gradientDescent(0.1), "step-stability")
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** At alpha = 2 the map of y is the Chebyshev polynomial -T_3 of y/2, with the exponent ln 3. */
  @Test
  void atTwoTheExponentIsThatOfChebyshev() {
    Problem chebyshev =
        Functions.problem(
            "chebyshev", Box.cube(1, -1.9, 1.9), 11, (x, g) -> g[0] = x[0] * x[0] * x[0] - x[0]);
    StepMap map = BENCH.map(chebyshev, Methods.gradientDescent(1.999999));
    Attractor attractor = Attractor.of(map, new double[] {0.3}, 100, 1, 100_000, 10);

    assertThat(attractor.exponent()).isCloseTo(Math.log(3), within(0.02));
  }

  /** In the 2-cycle's window the exponent is half the logarithm of the cycle's multiplier. */
  @Test
  void runsSettleOnTheCycleAndDivergeBeyondTwo() {
    StepMap cycle = BENCH.map(Functions.lee(), Methods.gradientDescent(1.1));
    StepMap beyond = BENCH.map(Functions.lee(), Methods.gradientDescent(2.2));
    Attractor attractor = Attractor.of(cycle, new double[] {0.1, 0.7}, 600, 3, 2000, 100);

    assertThat(attractor.exponent()).isNegative();
    assertThat(attractor.positions()[2][1])
        .isCloseTo(attractor.positions()[0][1], within(1e-9))
        .isNotCloseTo(attractor.positions()[1][1], within(0.1));
    assertThat(Attractor.of(beyond, new double[] {0.1, 0.7}, 600, 3, 2000, 100).diverged())
        .isTrue();
  }

  @Test
  void figuresShowTheSweep() {
    List<Figure> figures = analyze(Functions.lee(), Methods.gradientDescent(0.1)).figures();

    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly(
            "step-stability/cell/bifurcation", "step-stability/cell/lyapunov-exponent");
    assertThat(figures.get(0).layers().get(0).name()).isEqualTo("after 600 steps");
  }

  @Test
  void badNumbersAreRefusedByKey() {
    assertThatThrownBy(() -> new StepStability.Config(1, 0.5, 20, 2, 4000, 1.5, 1))
        .hasMessageStartingWith("to is 0.5");
    assertThatThrownBy(() -> new StepStability.Config(0.5, 2, 20, 2, 4000, 1, 1))
        .hasMessageStartingWith("beyond is 1.0");
  }
}

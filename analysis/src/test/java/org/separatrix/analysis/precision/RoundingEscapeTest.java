package org.separatrix.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.statistics.FamilyWise;

class RoundingEscapeTest {
  private static final Bench BENCH = new Bench();
  private static final String LEE = "u^2/2 + v^4/4 - v^2/2";
  private static final String BENT = "u^2/2 - v^2/2 + 0.3*u^2*v";

  private static List<Finding> analyze(
      Problem problem, Optimizer optimizer, int starts, int steps) {
    return FamilyWise.decide(
        new RoundingEscape(new RoundingEscape.Config(starts, steps, 20))
            .analyze(BENCH.study(problem, optimizer), BENCH)
            .findings());
  }

  private static Finding first(Problem problem, Optimizer optimizer, int starts) {
    return analyze(problem, optimizer, starts, 5000).get(0);
  }

  /** A formula in u and v, turned by an angle. */
  private static Problem turned(String formula, double degrees) {
    String text = formula.replace("u", "(c*x + s*y)").replace("v", "(c*y - s*x)");
    double angle = Math.toRadians(degrees);
    Formula full =
        new Formula(text, List.of("x", "y"), Map.of("c", Math.cos(angle), "s", Math.sin(angle)));
    return new Problem(
        "turned",
        new SymbolicFormulaCompiler().compile(full),
        Box.cube(2, -2, 2),
        Optional.empty());
  }

  /** 29 ln 2 / ln 1.1 = 210.9. */
  @Test
  void leeTurnedIsLetGo210Point9StepsEarlierInFloat32() {
    Finding finding = first(turned(LEE, 0), Methods.gradientDescent(0.1), 1500);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.predicted().get("difference")).isCloseTo(210.904, within(0.001));
    assertThat(finding.observed().get("difference")).isCloseTo(210.9, within(1.0));
    assertThat(finding.observed().get("standard-error")).isLessThan(0.6);
  }

  @Test
  void onAnAxisRunsStayForEver() {
    Finding finding = analyze(turned(LEE, 0), Methods.gradientDescent(0.1), 100, 5000).get(1);

    assertThat(finding.prediction()).isEqualTo("rounding-invariance");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.observed().get("left")).isZero();
  }

  /** On y = c other than 0, (1 + beta) c - beta c rounds, while c - alpha 0 does not. */
  @Test
  void onAPlaneAwayFromZeroOnlyDescentWithoutMemoryIsExact() {
    Problem shifted =
        new Problem(
            "shifted",
            new SymbolicFormulaCompiler()
                .compile(
                    new Formula(
                        "x^2/2 + (y - 1000003)^4/4 - (y - 1000003)^2/2",
                        List.of("x", "y"),
                        Map.of())),
            new Box(new double[] {-2, 1_000_001}, new double[] {2, 1_000_005}),
            Optional.empty());

    assertThat(analyze(shifted, Methods.heavyBall(0.05, 0.6), 100, 5000).get(1).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(analyze(shifted, Methods.gradientDescent(0.05), 100, 5000).get(1).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** Of a function that is turned already, W^s is known to a few roundings only. */
  @Test
  void leeTurnedBy30DegreesBeforeIsLetGoAsMuchEarlier() {
    Finding finding = first(turned(LEE, 30), Methods.gradientDescent(0.1), 400);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.observed().get("difference")).isCloseTo(210.9, within(20.0));
  }

  @Test
  void heavyBallLeavesAtItsOwnRate() {
    Finding finding = first(turned(LEE, 0), Methods.heavyBall(0.05, 0.5), 400);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  /** The manifold is a curve, known as a series. */
  @Test
  void aBentManifoldHoldsAsLong() {
    Finding finding = first(turned(BENT, 25), Methods.gradientDescent(0.2), 400);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses()).anyMatch(each -> each.detail().contains("series"));
  }

  /** The gradient of a quotient is rounded many times in float64, and once in float32. */
  @Test
  void gradientsOfManyOperationsLetGoEarlierInFloat64() {
    String quotient = "(u^2 - v^2 + 0.33*v^4)/(1 + 0.22*(u^2 + v^2))";
    Finding finding = first(turned(quotient, 0), Methods.heavyBall(0.45, 0.9), 3000);

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.predicted().get("earlier-at-most")).isBetween(0.2, 5.0);
  }

  @Test
  void aFalseRateIsContradicted() {
    Linearization slower = lambda -> new double[][] {{1 - 0.095 * lambda}};
    Optimizer method = Methods.declaring(0.1, Optional.of(slower), true);

    assertThat(first(turned(LEE, 0), method, 400).verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  /** Descent that leaves a plane by itself. */
  @Test
  void aRunThatLeavesThePlaneContradicts() {
    Optimizer drifting =
        new Optimizer() {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public void step(Iterates block, Oracle oracle) {
            for (int i = 0; i < block.lanes(); i++) {
              block.position()[0][i] -= 0.1 * block.gradient()[0][i];
              block.position()[1][i] -= 0.1 * block.gradient()[1][i] - 1e-30;
            }
          }

          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}});
          }
        };
    Finding finding = analyze(turned(LEE, 0), drifting, 100, 5000).get(1);

    assertThat(finding.prediction()).isEqualTo("rounding-invariance");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  /** Near (-0.128, -1.954) a step below half a unit in the last place is lost. */
  @Test
  void awayFromTheOriginNothingIsClaimed() {
    assertThat(analyze(Functions.himmelblau(), Methods.gradientDescent(0.01), 100, 1000))
        .hasSize(4)
        .allMatch(each -> each.verdict() == Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void withoutAMapNothingIsClaimed() {
    Optimizer noisy = Methods.declaring(0.1, Optional.empty(), false);

    assertThat(first(turned(LEE, 30), noisy, 100).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @Test
  void tooFewStepsAreInconclusive() {
    Finding finding = analyze(turned(LEE, 30), Methods.gradientDescent(0.1), 100, 200).get(0);

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.observed()).containsEntry("runs", 0.0).doesNotContainKey("difference");
    // 53 ln 2 / ln 1.1
    assertThat(finding.detail())
        .contains("start 1 does not leave within 200", "grow to 1 in 385.4");
  }

  /** Nine directions are stable; of order 10, their series would have 92,378 terms each. */
  @Test
  @Timeout(60)
  void aBentManifoldOfManyDimensionsHasSeriesOfALowerOrder() {
    Formula formula =
        Formula.indexed(
            "sum(i, 2, n, i*x[i]^2)/20 - x[1]^2/2 + 0.04*x[1]*sum(i, 2, n, x[i]^2) + x[1]^4/4",
            10,
            Map.of());
    Problem problem =
        new Problem(
            "tenfold",
            new SymbolicFormulaCompiler().compile(formula),
            Box.cube(10, -1, 1),
            Optional.empty());
    Finding finding = first(problem, Methods.gradientDescent(0.2), 100);

    assertThat(finding.hypotheses()).anyMatch(each -> each.detail().contains("series"));
    assertThat(finding.verdict()).isIn(Verdict.CONSISTENT, Verdict.INCONCLUSIVE);
    assertThat(finding.observed().get("difference"))
        .isCloseTo(29 * Math.log(2) / Math.log(1.2), within(25.0));
  }

  @Test
  void aMaximumInOneDimensionHasNothingStable() {
    Problem hill =
        Functions.problem(
            "hill", Box.cube(1, -1, 1), 1, (x, g) -> g[0] = x[0] * x[0] * x[0] - x[0]);

    assertThat(analyze(hill, Methods.gradientDescent(0.1), 100, 200)).isEmpty();
  }

  @Test
  void badNumbersAreRefusedByKey() {
    assertThatThrownBy(() -> new RoundingEscape.Config(5, 1000, 1))
        .hasMessageStartingWith("starts is 5");
  }
}

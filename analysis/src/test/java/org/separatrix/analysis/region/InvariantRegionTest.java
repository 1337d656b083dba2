package org.separatrix.analysis.region;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.start.UniformBox;

class InvariantRegionTest {
  private static final Bench BENCH = new Bench();
  private static final int RUNS = 5000;
  private static final Box SQUARE = Box.cube(2, -2, 2);

  private static Problem formula(String text, Box domain, String... variables) {
    return new Problem(
        "formula",
        new SymbolicFormulaCompiler().compile(Formula.of(text, variables), Landscape.on(domain)),
        domain,
        Optional.empty());
  }

  private static Problem lee() {
    return formula("x^2/2 + y^4/4 - y^2/2", SQUARE, "x", "y");
  }

  private static List<Finding> analyze(
      Problem problem, Optimizer optimizer, StartDistribution start) {
    return analysis(problem, optimizer, start).findings();
  }

  private static Analysis analysis(Problem problem, Optimizer optimizer, StartDistribution start) {
    StudyResult study = BENCH.study(problem, optimizer, start, 1, Bench.stop());
    return new InvariantRegion(new InvariantRegion.Config(RUNS, 300)).analyze(study, BENCH);
  }

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return analyze(problem, optimizer, new UniformBox(problem.domain()));
  }

  private static double predicted(Finding finding, String key) {
    return Objects.requireNonNull(finding.predicted().get(key));
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  /** [-2, 2] is forward-invariant exactly up to alpha = 2/3. */
  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.66, 1", "0.67, 0", "1.2, 0"})
  void theSquareIsInvariantUpToTwoThirds(double alpha, double invariant) {
    Finding finding = analyze(lee(), Methods.gradientDescent(alpha)).get(0);

    assertThat(finding.prediction()).isEqualTo("invariant-region");
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "invariant")).isEqualTo(invariant);
    assertThat(predicted(finding, "largest-step")).isCloseTo(2.0 / 3, within(2e-6));
    assertThat(observed(finding, "largest-step")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(observed(finding, "exits at the largest step")).isZero();
  }

  /** From |y| <= 5 the share 1 - sqrt(21)/5 = 0.083485 diverges at alpha = 0.1. */
  @Test
  void thePublishedShareDiverges() {
    StartDistribution wide = new UniformBox(new Box(new double[] {-2, -5}, new double[] {2, 5}));
    Analysis analysis = analysis(lee(), Methods.gradientDescent(0.1), wide);
    Finding finding = analysis.findings().get(1);

    assertThat(finding.prediction()).isEqualTo("diverging-share");
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "high-2")).isCloseTo(Math.sqrt(21), within(1e-9));
    assertThat(predicted(finding, "low-2")).isCloseTo(-Math.sqrt(21), within(1e-9));
    assertThat(observed(finding, "share"))
        .isCloseTo(0.083485, within(5 * Math.sqrt(0.083485 * 0.9165 / RUNS)));
    assertThat(analysis.figures()).hasSize(1);
  }

  /** x^2 + y^3: bounded from 0 to its other preimage 1/(3 alpha). */
  @Test
  void anEndMayGoToTheOther() {
    Problem cubic = formula("x^2 + y^3", Box.cube(2, -5, 5), "x", "y");
    Finding finding = analyze(cubic, Methods.gradientDescent(0.1)).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(finding, "high-2")).isCloseTo(1 / 0.3, within(0.02));
    assertThat(predicted(finding, "low-2")).isCloseTo(0, within(0.02));
  }

  @Test
  void momentumIsHeldAgainstItsOwnBoxOfStates() {
    List<Finding> findings = analyze(lee(), Methods.heavyBall(0.05, 0.5));

    assertThat(findings.get(0).verdict()).as(findings.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(predicted(findings.get(0), "invariant")).isZero();
    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** f = x^2, whose author encloses the gradient 2 x by factor x. */
  private static Problem enclosedBy(double factor) {
    class Declared extends PointObjective implements IntervalDifferentiable {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      protected double value(double[] x) {
        return x[0] * x[0];
      }

      @Override
      protected void gradient(double[] x, double[] g) {
        g[0] = 2 * x[0];
      }

      @Override
      public void encloseGradient(double[] low, double[] high, double[] below, double[] above) {
        below[0] = factor * low[0];
        above[0] = factor * high[0];
      }

      @Override
      public void encloseHessian(double[] low, double[] high, double[][] below, double[][] above) {
        below[0][0] = factor;
        above[0][0] = factor;
      }
    }
    return new Problem("declared", new Declared(), Box.cube(1, -1, 1), Optional.empty());
  }

  /** The author's enclosure is false: what is proven with it does not come true. */
  @Test
  void falseEnclosuresAreContradicted() {
    // |1 - 2 alpha| = 1.2 leaves, but |1 - alpha| does not.
    assertThat(analyze(enclosedBy(1), Methods.gradientDescent(1.1)).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    // |1 - 4 alpha| = 1.4 would leave, but |1 - 2 alpha| = 0.2 does not.
    assertThat(analyze(enclosedBy(4), Methods.gradientDescent(0.6)).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(analyze(enclosedBy(2), Methods.gradientDescent(0.6)).get(0).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** Separable where it is sampled, but beyond |y| = 3 it pulls back where x is negative. */
  @Test
  void aCouplingOutsideIsContradicted() {
    Problem coupled =
        Functions.problem(
            "coupled",
            SQUARE,
            11,
            (x, g) -> {
              g[0] = 0;
              boolean pulls = Math.abs(x[1]) > 3 && x[0] < -0.1;
              g[1] = pulls ? x[1] : x[1] * x[1] * x[1] - x[1];
            });
    StartDistribution wide = new UniformBox(new Box(new double[] {-2, -5}, new double[] {2, 5}));

    Finding finding = analyze(coupled, Methods.gradientDescent(0.1), wide).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void withoutEnclosuresOrMatricesNothingIsProven() {
    assertThat(analyze(Functions.lee(), Methods.gradientDescent(0.1)).get(0).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(analyze(lee(), Methods.declaring(0.1, Optional.empty(), true)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(analyze(Functions.himmelblau(), Methods.gradientDescent(0.001)).get(1).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** It pulls to 0 for |y| < 1 and 2 < |y| < 3, and pushes out elsewhere. */
  @Test
  void boundedStartsMayBeNoInterval() {
    Problem rings =
        Functions.problem(
            "rings",
            Box.cube(1, -4, 4),
            10,
            (x, g) -> {
              double r = Math.abs(x[0]);
              g[0] = r < 1 || (r > 2 && r < 3) ? x[0] : -10 * x[0];
            });
    Finding finding = analyze(rings, Methods.gradientDescent(0.9)).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** Past alpha = 2 almost every start diverges. */
  @Test
  void perhapsNoStartIsBounded() {
    Finding finding = analyze(lee(), Methods.gradientDescent(2.2)).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "share")).isEqualTo(1);
    assertThat(finding.detail()).endsWith("bounded for no start");
  }

  @Test
  void aSingleStartWillDo() {
    StartDistribution one =
        new StartDistribution() {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {
            x[0] = 0.5;
            x[1] = 9;
          }

          @Override
          public boolean isAbsolutelyContinuous() {
            return false;
          }
        };
    Finding finding = analyze(lee(), Methods.gradientDescent(0.1), one).get(1);

    assertThat(observed(finding, "share")).isEqualTo(1);
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
  }

  /** Runs from beside the saddle go to the minima at +-1, which is far from where they start. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-9})
  void startsInASmallPartOfTheDomainAreBounded(double size) {
    StartDistribution small =
        new UniformBox(new Box(new double[] {-2, -size}, new double[] {2, size}));

    Finding finding = analyze(lee(), Methods.gradientDescent(0.1), small).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.detail()).endsWith("bounded for every start");
  }

  /** Runs down a slope do not diverge within the steps, and do not stay bounded. */
  @Test
  void boundedStartsMustSettle() {
    Problem slope =
        Functions.problem(
            "slope",
            Box.cube(2, -1, 1),
            1,
            (x, g) -> {
              g[0] = 1;
              g[1] = x[1];
            });
    Finding finding = analyze(slope, Methods.gradientDescent(0.1)).get(1);

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  @ParameterizedTest
  @CsvSource({"99, 10, runs", "100, 9, max-steps"})
  void badValuesAreNamed(int runs, int steps, String key) {
    assertThatThrownBy(() -> new InvariantRegion.Config(runs, steps))
        .hasMessageStartingWith(key + " is ");
  }
}

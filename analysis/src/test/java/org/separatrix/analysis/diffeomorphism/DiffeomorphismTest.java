package org.separatrix.analysis.diffeomorphism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.critical.Problems;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class DiffeomorphismTest {
  private static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  private static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  /** The eigenvalues are 1 and 3 y^2 - 1, so 1 - alpha lambda lies in [1 - 0.88, 1.08]. */
  @Test
  void leesFunctionBelowOneOverL() {
    List<Finding> findings = findings(certified(LEE, 2), Methods.gradientDescent(0.08));

    Finding determinant = findings.get(0);
    assertThat(determinant.prediction()).isEqualTo("diffeomorphism");
    assertThat(determinant.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(determinant.hypotheses())
        .extracting(Hypothesis::status)
        .containsOnly(Status.CERTIFIED);
    assertThat(determinant.predicted().get("determinantLow")).isCloseTo(0.12, within(1e-12));
    assertThat(determinant.predicted().get("determinantHigh")).isCloseTo(1.08, within(1e-12));
    // In fact det = 0.92 (1.08 - 0.24 y^2).
    assertThat(determinant.observed().get("determinantLow"))
        .isBetween(Math.sqrt(0.92 * 0.12), Math.sqrt(0.92 * 0.2));
    assertThat(determinant.observed().get("determinantHigh"))
        .isBetween(Math.sqrt(0.92 * 1.07), Math.sqrt(0.92 * 1.08) + 1e-9);

    Finding injectivity = findings.get(1);
    assertThat(injectivity.prediction()).isEqualTo("injectivity");
    assertThat(injectivity.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(injectivity.predicted().get("stretch")).isCloseTo(0.12, within(1e-12));
    assertThat(injectivity.observed().get("stretch")).isBetween(0.12, 0.2);
  }

  /** Beyond it, 1.1 y - 0.1 y^3 folds at y^2 = 11/3, and p^2 + p q + q^2 = 11 for equal images. */
  @Test
  void leesFunctionBeyondOneOverLTakesTwoPointsToOne() {
    List<Finding> findings = findings(certified(LEE, 2), Methods.gradientDescent(0.1));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    Map<String, Double> observed = findings.get(1).observed();
    double p = observed.getOrDefault("p2", Double.NaN);
    double q = observed.getOrDefault("q2", Double.NaN);
    assertThat(observed.get("p1")).isCloseTo(observed.get("q1"), within(1e-9));
    assertThat(p * p + p * q + q * q).isCloseTo(11, within(1e-9));
    double fold = Math.sqrt(11 / 3.0);
    assertThat(Math.min(Math.abs(p), Math.abs(q))).isLessThan(fold);
    assertThat(Math.max(Math.abs(p), Math.abs(q))).isGreaterThan(fold);
    assertThat(findings.get(1).detail()).contains("proven: g(p) = g(q) at p = (");
    assertThat(findings.get(0).hypotheses().get(1).detail())
        .isEqualTo("det in [-0.1, 1.1] for lambda in [-1, 11]");
    // det = 0.9 (1.1 - 0.3 y^2) changes its sign.
    assertThat(findings.get(0).observed().get("determinantLow")).isBetween(-0.09, -0.03);
    assertThat(findings.get(0).observed().get("determinantHigh")).isBetween(0.95, 0.99);
  }

  /** det = beta for every step; sigma_min sigma_max = beta and the squares add up to |M|^2. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 3})
  void heavyBallIsADiffeomorphismForEveryStep(double alpha) {
    List<Finding> findings = findings(certified(LEE, 2), Methods.heavyBall(alpha, 0.5));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(findings.get(0).predicted().get("determinantLow")).isEqualTo(0.5);
    assertThat(findings.get(0).observed().get("determinantLow")).isCloseTo(0.5, within(1e-6));
    assertThat(findings.get(0).observed().get("determinantHigh")).isCloseTo(0.5, within(1e-6));
    double least = Double.POSITIVE_INFINITY;
    for (double lambda : new double[] {-1, 11}) {
      double square = Math.pow(1.5 - alpha * lambda, 2) + 1.25;
      least = Math.min(least, Math.sqrt((square - Math.sqrt(square * square - 1)) / 2));
    }
    assertThat(findings.get(1).predicted().get("stretch")).isBetween(0.9 * least, least);
    assertThat(findings.get(1).observed().get("stretch")).isBetween(least, 1.5 * least + 0.02);
  }

  /** det = beta (1 - alpha lambda). */
  @Test
  void nesterovsMethodNeedsTheSmallStep() {
    Problem lee = certified(LEE, 2);
    Finding below = findings(lee, Methods.nesterov(0.08, 0.5)).get(0);
    assertThat(below.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(below.predicted().get("determinantLow")).isCloseTo(0.06, within(1e-12));
    assertThat(below.predicted().get("determinantHigh")).isCloseTo(0.54, within(1e-12));

    List<Finding> beyond = findings(lee, Methods.nesterov(0.1, 0.5));
    assertThat(beyond).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
  }

  /** L = 286 + 8 sqrt 26 on the square, so 1/L = 0.00306. */
  @Test
  void himmelblausFunction() {
    Problem himmelblau = certified(HIMMELBLAU, 5);
    List<Finding> below = findings(himmelblau, Methods.gradientDescent(0.003));
    assertThat(below).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    double exact = 1 - 0.003 * (286 + 8 * Math.sqrt(26));
    assertThat(below.get(1).predicted().get("stretch")).isBetween(exact - 0.01, exact);

    List<Finding> beyond = findings(himmelblau, Methods.gradientDescent(0.01));
    assertThat(beyond).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(beyond.get(1).observed()).containsKeys("p1", "p2", "q1", "q2");
  }

  /** Where all curvature exceeds 1/alpha, the map turns space inside out and is injective. */
  @Test
  void aStepBeyondAllCurvatureFoldsNothing() {
    List<Finding> findings =
        findings(certified("x^2 + y^2 + z^2", 1, "x", "y", "z"), Methods.gradientDescent(0.75));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(findings.get(0).observed().get("determinantLow")).isCloseTo(-0.5, within(1e-6));
    assertThat(findings.get(1).observed().get("stretch")).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void aWrongDeclarationIsContradicted() {
    Problem wrong = Functions.withLipschitz(Functions.lee(), 5, Status.DECLARED);
    List<Finding> findings = findings(wrong, Methods.gradientDescent(0.15));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONTRADICTED);
    assertThat(findings.get(0).observed().get("outside")).isGreaterThan(10.0);
    assertThat(findings.get(1).observed().get("below")).isGreaterThan(10.0);
    assertThat(findings.get(1).detail()).contains("of them below");
    assertThat(findings(Functions.lee(), Methods.gradientDescent(0.08)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  /** The pair alone refutes a declared L, too. */
  @Test
  void aWrongDeclarationOfAFormulaIsContradictedByAPair() {
    Problem wrong = Functions.withLipschitz(certified(LEE, 2), 9, Status.DECLARED);
    Finding injectivity = findings(wrong, Methods.gradientDescent(0.1)).get(1);

    assertThat(injectivity.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(injectivity.observed()).containsKeys("p2", "q2");
  }

  /** A sampled L is only a lower bound, so what refutes it refutes no theorem. */
  @Test
  void anEstimatedBoundSaysEstimated() {
    Problem fair = Functions.withLipschitz(Functions.lee(), 11, Status.ESTIMATED);
    Finding consistent = findings(fair, Methods.gradientDescent(0.08)).get(1);
    assertThat(consistent.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(consistent.hypotheses().get(1).status()).isEqualTo(Status.ESTIMATED);

    Problem low = Functions.withLipschitz(Functions.lee(), 5, Status.ESTIMATED);
    assertThat(findings(low, Methods.gradientDescent(0.15)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void withoutAnyBoundOnlyTheConstantDeterminantHolds() {
    Problem lee = Functions.lee();
    Problem problem = new Problem("f", lee.objective(), lee.domain(), Optional.empty());

    assertThat(findings(problem, Methods.gradientDescent(0.01)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings(problem, Methods.heavyBall(0.01, 0.5)).get(0).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void aDeclaredLinearizationIsTestedAtCriticalPoints() {
    Linearization own = lambda -> new double[][] {{1 - 0.08 * lambda}};
    Linearization other = lambda -> new double[][] {{1 - 0.16 * lambda}};
    Finding right = onlyFinding(Methods.declaring(0.08, Optional.of(own), true));
    assertThat(right.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(right.observed()).containsEntry("points", 3.0).containsEntry("different", 0.0);
    assertThat(right.hypotheses()).extracting(Hypothesis::status).containsOnly(Status.DECLARED);

    Finding wrong = onlyFinding(Methods.declaring(0.08, Optional.of(other), true));
    assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
    Finding singular =
        onlyFinding(
            Methods.declaring(1, Optional.of(lambda -> new double[][] {{1 - lambda}}), true));
    assertThat(singular.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(onlyFinding(Methods.declaring(0.08, Optional.of(own), false)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(onlyFinding(Methods.declaring(0.08, Optional.empty(), true)).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** Far from the origin, and with coordinates of different size. */
  @Test
  void roundingIsAllowedFor() {
    Problem far =
        certified("x^2/2 - 1000*(y - 3)^2 + z*x/4", Box.cube(3, 1e5, 1e5 + 1), "x", "y", "z");
    assertThat(findings(far, Methods.gradientDescent(0.0004)))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  @Test
  void oneFindingForEachPredictionAndPairsArePositive() {
    assertThat(new Diffeomorphism(new Diffeomorphism.Config(10)).predictions())
        .extracting(prediction -> prediction.id())
        .containsExactly("diffeomorphism", "injectivity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Diffeomorphism.Config(0))
        .withMessage("pairs is 0: it must be at least 1");
  }

  private static Finding onlyFinding(Optimizer optimizer) {
    List<Finding> findings = findings(Functions.lee(), optimizer);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Finding> findings(Problem problem, Optimizer optimizer) {
    Bench bench = new Bench();
    return new Diffeomorphism(new Diffeomorphism.Config(1000))
        .analyze(bench.study(problem, optimizer), bench)
        .findings();
  }

  private static List<Finding> findings(Problem problem, LinearMethod method) {
    return findings(problem, (Optimizer) method);
  }

  private static Problem certified(String formula, double half, String... variables) {
    String[] names = variables.length == 0 ? new String[] {"x", "y"} : variables;
    return certified(formula, Box.cube(names.length, -half, half), names);
  }

  private static Problem certified(String formula, Box domain, String... variables) {
    return Problems.complete(
        "f",
        new SymbolicFormulaCompiler().compile(Formula.of(formula, variables), Landscape.on(domain)),
        Optional.empty(),
        OptionalDouble.empty(),
        1,
        Optional.of(Effort.standard()));
  }
}

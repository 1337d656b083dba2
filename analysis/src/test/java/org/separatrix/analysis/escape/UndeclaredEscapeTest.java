package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.analysis.testing.PlainSteps;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.statistics.FamilyWise;

/** Escape under methods that declare no linearization: the Jacobian of the step takes its place. */
class UndeclaredEscapeTest {
  private static final Bench BENCH = new Bench();
  private static final EscapeTime.Config CONFIG = new EscapeTime.Config(5_000, 1e-3, 50_000, 20);

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return FamilyWise.decide(
        new EscapeTime(CONFIG).analyze(BENCH.study(problem, optimizer), BENCH).findings());
  }

  private static Finding kicked(Problem problem, Optimizer optimizer) {
    DimensionLaw law = new DimensionLaw(new DimensionLaw.Config(5000, 1e-3, 50_000, 20));
    return FamilyWise.decide(law.analyze(BENCH.study(problem, optimizer), BENCH).findings()).get(0);
  }

  private static double slope(Finding rate) {
    return Objects.requireNonNull(rate.predicted().get("slope"));
  }

  private static void assertConsistent(List<Finding> findings) {
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT));
    assertThat(findings.get(0).hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED);
  }

  /** x^2 + x y - y^2/2 + y^4/4 + y z/2 + z^2/2. */
  private static Problem coupled() {
    return Functions.problem(
        "coupled",
        Box.cube(3, -2, 2),
        12,
        (x, g) -> {
          g[0] = 2 * x[0] + x[1];
          g[1] = x[0] - x[1] + x[1] * x[1] * x[1] + x[2] / 2;
          g[2] = x[1] / 2 + x[2];
        });
  }

  static Stream<LinearMethod> declared() {
    return Stream.of(
        Methods.gradientDescent(0.1),
        Methods.heavyBall(0.01, 0.9),
        Methods.heavyBall(0.05, 0),
        Methods.nesterov(0.05, 0.5));
  }

  /** What the method would declare is the ground truth. */
  @ParameterizedTest
  @MethodSource("declared")
  void aMethodThatKeepsSilentIsPredictedAsOneThatDeclares(LinearMethod method) {
    for (Problem problem : List.of(Functions.lee(), Functions.bent(1, 0.5, 0.3))) {
      List<Finding> silent = analyze(problem, Methods.silent(method));
      List<Finding> loud = analyze(problem, method);

      assertConsistent(silent);
      assertThat(slope(silent.get(0))).isCloseTo(slope(loud.get(0)), within(2e-8));
      assertThat(silent.get(1).predicted().get("mean"))
          .isCloseTo(Objects.requireNonNull(loud.get(1).predicted().get("mean")), within(1e-4));
    }
  }

  @Test
  void everyStrictPointOfHimmelblauIsTested() {
    List<Finding> findings = analyze(Functions.himmelblau(), Methods.coordinateDescent(0.002));

    assertThat(findings).hasSize(10);
    assertConsistent(findings);
  }

  /** The largest root of det(J - z I), J the product of I - alpha e_i e_i' H, by bisection. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.08, 0.3})
  void coordinateDescentLeavesByTheProductOfItsFactors(double alpha) {
    List<Finding> findings = analyze(coupled(), Methods.coordinateDescent(alpha));

    assertConsistent(findings);
    double[][] hessian = {{2, 1, 0}, {1, -1, 0.5}, {0, 0.5, 1}};
    double[] x = {0.3, 1, -0.2};
    double z = 0;
    for (int k = 0; k < 3000; k++) {
      for (int i = 0; i < 3; i++) {
        double slope = 0;
        for (int j = 0; j < 3; j++) {
          slope += hessian[i][j] * x[j];
        }
        x[i] -= alpha * slope;
      }
      z = Arrays.stream(x).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < 3; i++) {
        x[i] /= z;
      }
    }
    assertThat(slope(findings.get(0))).isCloseTo(Math.log(z), within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"0.02", "0.05"})
  void theProximalPointMethodLeavesByOneOverOneMinusAlphaGamma(double alpha) {
    List<Finding> findings = analyze(Functions.lee(), PlainSteps.implicit(alpha));

    assertConsistent(findings);
    assertThat(slope(findings.get(0))).isCloseTo(-Math.log1p(-alpha), within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12})
  void itHoldsInAnyDimension(int d) {
    double[] eigenvalues = new double[d];
    Arrays.setAll(eigenvalues, i -> i == 0 ? -1 : 0.5 + i);
    Problem problem = Functions.quadratic(eigenvalues);

    assertConsistent(analyze(problem, Methods.coordinateDescent(0.05)));
    assertThat(kicked(problem, Methods.silent(Methods.heavyBall(0.05, 0.5))).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** All directions are eigenvectors of one eigenvalue. */
  @Test
  void equalEigenvaluesAreNoObstacle() {
    Problem problem = Functions.quadratic(-1, -1, -1);

    assertConsistent(analyze(problem, Methods.coordinateDescent(0.1)));
    assertConsistent(analyze(problem, Methods.silent(Methods.nesterov(0.1, 0.5))));
  }

  /** The unstable part is that along the left eigenvector, not along the right one. */
  @Test
  void kicksAreCountedAlongTheLeftEigenvector() {
    Finding finding = kicked(coupled(), Methods.coordinateDescent(0.08));

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(kicked(coupled(), Methods.silent(Methods.heavyBall(0.05, 0.5))).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** The gradient is linear everywhere, the step only near the saddle. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 1})
  void theLinearRegimeIsAlsoThatOfTheStep(double accumulator) {
    Problem problem = Functions.quadratic(-1, 0.5, 2);
    Optimizer method = Methods.scaledBySquares(0.1, accumulator);

    assertConsistent(analyze(problem, method));
    assertThat(slope(analyze(problem, method).get(0)))
        .isCloseTo(Math.log1p(0.1 / Math.sqrt(accumulator)), within(1e-6));
    assertThat(kicked(problem, method).verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  /** Differences of the step, a part of the domain wide, see other slopes than runs do. */
  @Test
  void aStepOfSeveralScalesIsContradicted() {
    Problem wide = Functions.lee(200);
    Optimizer fickle = Methods.fickle(0.1, 3e-4, 0.11);

    assertThat(analyze(wide, fickle))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONTRADICTED);
    assertThat(kicked(wide, fickle).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertConsistent(analyze(wide, Methods.fickle(0.1, 3e-4, 0.1)));
  }

  /** The step is no function of the state alone, as the ensemble shows. */
  @Test
  void aMethodThatIsNoMapIsContradicted() {
    List<Finding> findings = analyze(Functions.lee(), PlainSteps.warming(0.1, 0.102));

    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertConsistent(analyze(Functions.lee(), PlainSteps.warming(0.1, 0.1)));
  }

  @Test
  void aStepWithoutADerivativeIsNoGround() {
    List<Finding> findings = analyze(Functions.lee(), Methods.squareRoots(0.1));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(findings.get(0).point()).isPresent();
    assertThat(violated(findings.get(0))).isEqualTo("deterministic map with a linearization");
    assertThat(kicked(Functions.lee(), Methods.squareRoots(0.1)).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** At a maximum the turned gradient spirals out. */
  @Test
  void complexEigenvaluesAreNoGround() {
    List<Finding> findings = analyze(Functions.quadratic(-1, -1), PlainSteps.turned(0.1, 0.5));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(violated(findings.get(0))).startsWith("z > 1 and no other");
    assertConsistent(analyze(Functions.quadratic(-1, 1), PlainSteps.turned(0.1, 0.5)));
  }

  /** As for a declared method: the fastest direction is not that of the negative eigenvalue. */
  @Test
  void overshootingIsNoEscape() {
    List<Finding> findings =
        analyze(Functions.quadratic(-0.1, 1), Methods.silent(Methods.gradientDescent(2.5)));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);
    assertThat(violated(findings.get(0))).startsWith("z > 1 and no other");
  }

  private static String violated(Finding finding) {
    return finding.hypotheses().stream()
        .filter(Hypothesis::isViolated)
        .map(Hypothesis::name)
        .findFirst()
        .orElseThrow();
  }
}

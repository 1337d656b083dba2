package org.separatrix.analysis.manifold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;

class StableManifoldTest {
  private static final Bench BENCH = new Bench();

  @Test
  void gradientDescentOnLee() {
    Finding finding = only(Functions.lee(), Methods.gradientDescent(0.1));
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.detail())
        .isEqualTo("dim W^s = 1 predicted, 1 measured of 2; runs along it return, across it leave");
  }

  /**
   * Heavy ball has dim W^s = 2 n_plus + n_minus in R^{2d} if 0 < alpha lambda_plus < 2 (1 + beta).
   */
  @Test
  void heavyBallInItsStateSpace() {
    for (double beta : new double[] {0.3, 0.9}) {
      expect(only(Functions.lee(), Methods.heavyBall(0.1, beta)), 3, 4);
      expect(only(Functions.quadratic(-2, -1, 3, 4), Methods.heavyBall(0.05, beta)), 6, 8);
    }
    // alpha lambda_plus = 3.2 lies beyond 2 (1 + 0.5) = 3
    expect(only(Functions.quadratic(-1, 3.2), Methods.heavyBall(1, 0.5)), 2, 4);
    expect(only(Functions.quadratic(-1, 2.8), Methods.heavyBall(1, 0.5)), 3, 4);
  }

  /** Nesterov's method keeps two vectors beside its position, so the state still has two. */
  @Test
  void nesterovInItsStateSpace() {
    expect(only(Functions.lee(), Methods.nesterov(0.1, 0.5)), 3, 4);
  }

  @Test
  void himmelblauHasFourSaddlesAndAMaximum() {
    List<Finding> findings = analyze(Functions.himmelblau(), Methods.gradientDescent(0.001));
    assertThat(findings).hasSize(5).allMatch(f -> f.verdict() == Verdict.CONSISTENT);
    assertThat(findings.stream().mapToDouble(f -> f.observed().get("dimension")).sum())
        .isEqualTo(4);
  }

  @Test
  void nothingReturnsToAMaximum() {
    assertThat(only(Functions.quadratic(-2, -1), Methods.gradientDescent(0.1)).detail())
        .isEqualTo("dim W^s = 0 predicted, 0 measured of 2; runs beside the point leave");
  }

  /** A large step makes the stable direction unstable: |1 - 0.1 * 25| = 1.5. */
  @Test
  void largeStepsLeaveNoStableDirection() {
    expect(only(Functions.quadratic(-1, 25), Methods.gradientDescent(0.1)), 0, 2);
  }

  /** The negative control: the map does not do what the linearization says. */
  @Test
  void aWrongLinearizationIsContradicted() {
    Optimizer wrong =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 3 * lambda}}), true);
    Finding finding = only(Functions.lee(), wrong);
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding.predicted()).containsEntry("dimension", 0.0);
    assertThat(finding.observed()).containsEntry("dimension", 1.0);
  }

  @Test
  void withoutALinearizationThereIsNoPrediction() {
    Finding finding = only(Functions.lee(), Methods.squareRoots(0.1));
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    Finding noisy =
        only(
            Functions.lee(),
            Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - lambda}}), false));
    assertThat(noisy.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(noisy.hypotheses())
        .containsExactly(
            new Hypothesis(
                "deterministic map with a linearization",
                Status.VIOLATED,
                "the method draws random numbers"));
  }

  /** Coordinate descent declares nothing; its step has the dimensions of the Hessian's inertia. */
  @Test
  void aJacobianByDifferencesStandsInForALinearization() {
    List<Finding> findings = analyze(Functions.himmelblau(), Methods.coordinateDescent(0.005));
    assertThat(findings).hasSize(5).allMatch(f -> f.verdict() == Verdict.CONSISTENT);
    assertThat(findings.stream().mapToDouble(f -> f.observed().get("dimension")).sum())
        .isEqualTo(4);
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED));
    expect(only(Functions.lee(), Methods.silent(Methods.heavyBall(0.1, 0.9))), 3, 4);
  }

  /**
   * The negative control: farther out the step is another one than nearby, where it is unstable.
   */
  @Test
  void aStepThatChangesNearbyIsContradicted() {
    Finding finding = only(Functions.quadratic(-1, 1), Methods.fickle(0.1, 1e-4, 2.5));
    assertThat(finding.predicted()).containsEntry("dimension", 1.0);
    assertThat(finding.observed()).containsEntry("dimension", 0.0);
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  /** A line of saddles: eigenvalues +-2 sqrt 2 and 0. */
  @Test
  void aLineOfSaddlesHasACenterDirection() {
    Problem line =
        Functions.problem(
            "line",
            Box.cube(3, -1, 2),
            3,
            (x, g) -> {
              g[0] = 2 * x[1] + 2 * x[2] - 2;
              g[1] = 2 * x[0] - 1;
              g[2] = 2 * x[0] - 1;
            });
    List<Finding> findings = analyze(line, Methods.gradientDescent(0.1));
    assertThat(findings).isNotEmpty();
    Finding finding = findings.get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::detail)
        .containsExactly("1 on the unit circle, dim W^cs = 2");
  }

  @Test
  void largeStateSpaces() {
    assertThat(identityWithOneEscape(40).detail())
        .startsWith("dim W^s = 79 predicted, 79 measured of 80");
    Finding finding = identityWithOneEscape(101);
    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.detail())
        .isEqualTo("not measured: the state space has more than 200 dimensions");
  }

  private static Finding identityWithOneEscape(int dimension) {
    double[] eigenvalues = new double[dimension];
    Arrays.fill(eigenvalues, 1);
    eigenvalues[0] = -1;
    Problem problem = Functions.quadratic(eigenvalues);
    CriticalPoint saddle =
        new CriticalPoint(
            "c1",
            new double[dimension],
            0,
            0,
            eigenvalues,
            new double[dimension][dimension],
            CriticalPointKind.STRICT_SADDLE,
            Status.DECLARED);
    CellResult cell = BENCH.study(Functions.lee(), Methods.heavyBall(0.1, 0.5)).cells().get(0);
    CellResult changed =
        new CellResult(
            "cell",
            problem,
            "method",
            cell.optimizer(),
            cell.start(),
            cell.stop(),
            1,
            cell.terminations(),
            cell.limits(),
            0,
            0,
            cell.steps(),
            0,
            0,
            0,
            Stagnation.NONE,
            Optional.empty());
    Census census = new Census(problem, List.of(saddle), Status.ESTIMATED);
    return new StableManifold()
        .analyze(new StudyResult("study", 1, List.of(census), List.of(changed)), BENCH)
        .findings()
        .get(0);
  }

  private static void expect(Finding finding, int stable, int states) {
    assertThat(finding.detail())
        .startsWith("dim W^s = %d predicted, %d measured of %d".formatted(stable, stable, states));
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.observed()).containsEntry("unstable", (double) (states - stable));
  }

  private static Finding only(Problem problem, Optimizer optimizer) {
    List<Finding> findings = analyze(problem, optimizer);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return new StableManifold().analyze(BENCH.study(problem, optimizer), BENCH).findings();
  }
}

package org.separatrix.analysis.avoidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.statistics.FamilyWise;

class SaddleAvoidanceTest {
  private static final Bench BENCH = new Bench();
  private static final SaddleAvoidance ANALYZER =
      new SaddleAvoidance(new SaddleAvoidance.Config(0.95));

  @Test
  void leeBelowOneOverLIsConsistent() {
    Finding finding = only(analyze(Functions.lee(), Methods.gradientDescent(0.08), 20_000));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.observed())
        .containsEntry("hits", 0.0)
        .containsEntry("runs", 20_000.0)
        .containsEntry("unresolved", 0.0);
    assertThat(finding.observed().get("upper"))
        .isCloseTo(1 - Math.pow(0.05, 1 / 20_000.0), within(1e-12));
    assertThat(finding.detail()).isEqualTo("0 of 20,000 runs, P <= 1.5e-4 (95%)");
    assertThat(finding.hypotheses())
        .contains(
            new Hypothesis("alpha < 1/L", Status.DECLARED, "0.88 < 1"),
            new Hypothesis(
                "runs stay where L is known",
                Status.ESTIMATED,
                "0 of 1,000 sampled runs left the domain"))
        .noneMatch(Hypothesis::isViolated);
  }

  /** L = 11 on [-2, 2]^2, so alpha = 0.1 lies outside the theorem. */
  @Test
  void leeAboveOneOverLIsNotCovered() {
    Finding finding = only(analyze(Functions.lee(), Methods.gradientDescent(0.1), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses().stream().filter(Hypothesis::isViolated))
        .extracting(Hypothesis::name, Hypothesis::detail)
        .containsExactly(org.assertj.core.api.Assertions.tuple("alpha < 1/L", "1.1 >= 1"));
  }

  /** At alpha = 1 half of U[-2, 2] maps to the maximum 0: P = 1/2. */
  @Test
  void collapseIsSeenAndExplained() {
    Finding finding = only(analyze(Functions.collapse(), Methods.gradientDescent(1), 10_000));

    assertThat(finding.observed().get("hits")).isCloseTo(5000, within(250.0));
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.observed().get("upper")).isGreaterThan(0.49);
  }

  /** The negative control: with a wrong bound on L, the same runs refute the prediction. */
  @Test
  void collapseContradictsIfTheBoundIsWrong() {
    Problem lying = Functions.withLipschitz(Functions.collapse(), 0.5, Status.CERTIFIED);

    Finding finding = only(analyze(lying, Methods.gradientDescent(1), 1000));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  /** Nothing is declared of coordinate descent; the Jacobian of its step is measured. */
  @Test
  void coordinateDescentIsCovered() {
    Finding finding = only(analyze(Functions.lee(), Methods.coordinateDescent(0.08), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses())
        .filteredOn(hypothesis -> hypothesis.status() == Status.ESTIMATED)
        .extracting(Hypothesis::name)
        .contains("deterministic map with a linearization", "det of the step's Jacobian != 0");
  }

  /** At alpha = 1/2 the determinant (1 - alpha) (1 - alpha (3 y^2 - 1)) changes its sign. */
  @Test
  void coordinateDescentWithALargeStepIsNot() {
    Finding finding = only(analyze(Functions.lee(), Methods.coordinateDescent(0.5), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("det of the step's Jacobian != 0");
  }

  /** The negative control: starts on W^s, y = 0, that claim to be absolutely continuous. */
  @Test
  void coordinateDescentFromItsStableManifoldIsContradicted() {
    StartDistribution axis =
        new StartDistribution() {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {
            x[0] = 2 * random.nextDouble() - 1;
          }

          @Override
          public boolean isAbsolutelyContinuous() {
            return true;
          }
        };
    StudyResult study =
        BENCH.study(Functions.lee(), Methods.coordinateDescent(0.08), axis, 1000, Bench.stop());

    assertThat(only(FamilyWise.decide(ANALYZER.analyze(study, BENCH).findings())).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void collapseNeedsExactlyThatStep() {
    for (double alpha : new double[] {0.4, 0.5, 0.9, 0.999, 1.001}) {
      Finding finding = only(analyze(Functions.collapse(), Methods.gradientDescent(alpha), 2000));
      assertThat(finding.observed()).containsEntry("hits", 0.0);
    }
  }

  @Test
  void tooFewStepsAreInconclusive() {
    Problem lee = Functions.lee();
    StudyResult study =
        BENCH.study(
            lee,
            Methods.gradientDescent(0.08),
            Bench.uniform(lee),
            1000,
            Bench.stop().withMaxSteps(40));

    Finding finding = only(FamilyWise.decide(ANALYZER.analyze(study, BENCH).findings()));

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.observed().get("upper")).isEqualTo(1);
    // ln(10^5) / ln 1.08 = 149.6
    assertThat(finding.detail())
        .isEqualTo(
            "0 of 1,000 runs, 1,000 unresolved, P <= 1 (95%); 100% unresolved: leaving takes up to"
                + " 150 steps at factor 1.08, and arriving takes more; max-steps is 40");
  }

  @Test
  void momentumNeedsNoBoundButATransversalSlice() {
    Finding finding = only(analyze(Functions.lee(), Methods.heavyBall(0.1, 0.9), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses())
        .extracting(Hypothesis::name)
        .containsExactly(
            "det(A + lambda B C) != 0 on [-L, L]",
            "start absolutely continuous",
            "deterministic map with a linearization",
            "strict: lambda_min < 0",
            "starting slice transversal to W^cs");
  }

  /** Every run leaves the domain along the escaping direction, yet L holds on all of R^d. */
  @Test
  void anUnboundedSaddleIsCoveredByABoundThatHoldsEverywhere() {
    Finding finding = only(analyze(Functions.quadratic(-1, 2), Methods.gradientDescent(0.3), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses())
        .contains(
            new Hypothesis(
                "runs stay where L is known", Status.DECLARED, "L is declared on all of R^d"));
  }

  @Test
  void runsThatLeaveTheDomainAreNotCovered() {
    Problem bent = Functions.bent(1, 1, 0.1);
    Finding finding = only(analyze(bent, Methods.gradientDescent(0.1), 2000));

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::detail)
        .containsExactly("100% of 1,000 sampled runs left the domain");
  }

  @Test
  void startsWithoutADensityAreNotCovered() {
    StartDistribution onTheManifold =
        new StartDistribution() {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {
            x[0] = random.nextDouble();
            x[1] = 0;
          }

          @Override
          public boolean isAbsolutelyContinuous() {
            return false;
          }
        };
    StudyResult study =
        BENCH.study(
            Functions.lee(), Methods.gradientDescent(0.08), onTheManifold, 500, Bench.stop());

    Finding finding = only(FamilyWise.decide(ANALYZER.analyze(study, BENCH).findings()));

    assertThat(finding.observed()).containsEntry("hits", 500.0);
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** One hit of 10^5 has the probability 10^-7 under the allowance, one of 10^8 has 10^-4. */
  @Test
  void oneHitDecidesOnlyInASmallStudy() {
    assertThat(with(100_000, 1, 0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(with(100_000_000, 1, 0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(with(100_000_000, 2, 0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(with(100_000_000, 0, 0).verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void confidenceIsChecked() {
    assertThatThrownBy(() -> new SaddleAvoidance.Config(1))
        .hasMessage("confidence is 1.0: it must lie between 0 and 1");
  }

  @Test
  void doesNotAskForStepsThatRunsHad() {
    Finding finding = with(1000, 0, 600);

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.detail())
        .endsWith(
            "60% unresolved: most had enough steps, but their ends do not tell which point they go"
                + " to");
  }

  private static Finding with(long runs, long hits, long unresolved) {
    StudyResult study = BENCH.study(Functions.lee(), Methods.gradientDescent(0.08));
    String saddle =
        study.censuses().get(0).points().stream()
            .filter(point -> point.kind().isStrict())
            .findFirst()
            .orElseThrow()
            .id();
    CellResult cell = study.cells().get(0);
    CellResult changed =
        new CellResult(
            cell.id(),
            cell.problem(),
            cell.optimizerName(),
            cell.optimizer(),
            cell.start(),
            cell.stop(),
            runs,
            Map.of(Termination.GRADIENT_TOLERANCE, runs),
            Map.of(saddle, hits),
            unresolved,
            0,
            cell.steps(),
            0,
            0,
            0,
            Stagnation.NONE,
            Optional.empty());
    return only(
        FamilyWise.decide(
            ANALYZER
                .analyze(new StudyResult("study", 1, study.censuses(), List.of(changed)), BENCH)
                .findings()));
  }

  private static List<Finding> analyze(Problem problem, Optimizer optimizer, int runs) {
    return FamilyWise.decide(
        ANALYZER
            .analyze(
                BENCH.study(problem, optimizer, Bench.uniform(problem), runs, Bench.stop()), BENCH)
            .findings());
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}

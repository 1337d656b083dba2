package org.separatrix.analysis.noise;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.statistics.FamilyWise;

class BatchExitTest {
  private static final Bench BENCH = new Bench();
  private static final int TERMS = 12;
  private static final double ALPHA = 0.1;

  private static Finding only(Problem problem, BatchSteps method, int maxSteps) {
    GradientNoise.Config config = new GradientNoise.Config(2000, maxSteps, 10);
    Analysis analysis = new GradientNoise(config).analyze(BENCH.study(problem, method), BENCH);
    List<Finding> findings = FamilyWise.decide(analysis.findings());
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).prediction()).isEqualTo("batch-escape");
    return findings.get(0);
  }

  private static BatchSteps batches(int declared, int actual) {
    return new BatchSteps(ALPHA, TERMS, declared, actual);
  }

  private static List<String> violated(Finding finding) {
    return finding.hypotheses().stream()
        .filter(Hypothesis::isViolated)
        .map(Hypothesis::name)
        .toList();
  }

  /** Noise that does not depend on the position: sigma^2 = size^2/2 (n - b)/(b (n - 1)). */
  @Test
  void batchesLeaveAtTheTimeOfTheClosedForm() {
    double size = 1e-3;
    int b = 4;
    Finding finding = only(TermsOfASaddle.problem(TERMS, size, 0), batches(b, b), 1000);
    double sigma = size * Math.sqrt(0.5 * (TERMS - b) / (b * (TERMS - 1.0)));
    double s = sigma * Math.sqrt(ALPHA / (2 + ALPHA));
    double c = Math.log(1 + ALPHA);
    double radius = 2 * Math.sqrt(2) / 4;

    assertThat(finding.verdict()).as(finding.detail()).isEqualTo(Verdict.CONSISTENT);
    double expected = (Math.log(radius / s) + 0.6351814) / c + 0.5;
    assertThat(requireNonNull(finding.predicted().get("mean"))).isCloseTo(expected, within(0.01));
    assertThat(requireNonNull(finding.observed().get("mean")))
        .isCloseTo(
            expected,
            within(
                6 * 1.1107 / c / Math.sqrt(2000) + requireNonNull(finding.observed().get("bias"))));
  }

  /** The negative control: batches of 2 that are declared as batches of 10. */
  @Test
  void aFalseBatchIsContradicted() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 1e-3, 0), batches(10, 2), 1000);

    assertThat(finding.verdict()).as(finding.detail()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void termsThatAgreeAtTheSaddleMakeNoNoise() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 0, 0.5), batches(4, 4), 1000);

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(violated(finding)).containsExactly(BatchExit.UNEQUAL);
  }

  @Test
  void noiseThatGrowsWithTheDistanceIsNotCovered() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 1e-3, 8), batches(2, 2), 1000);

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(violated(finding)).containsExactly(BatchExit.SMALL);
  }

  @Test
  void noiseAsLargeAsTheRegimeIsNotCovered() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 10, 0), batches(2, 2), 1000);

    assertThat(violated(finding)).containsExactly(BatchExit.SMALL);
  }

  @Test
  void aBatchOfAllTermsIsNotCovered() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 1e-3, 0), batches(TERMS, TERMS), 1000);

    assertThat(violated(finding)).containsExactly("gradient descent on batches of a finite sum");
  }

  @Test
  void tooFewStepsAreInconclusive() {
    Finding finding = only(TermsOfASaddle.problem(TERMS, 1e-3, 0), batches(4, 4), 50);

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** The variance over all 66 batches of 2 of 12 terms, by enumeration. */
  @Test
  void theVarianceIsThatOfAllBatches() {
    Problem problem = TermsOfASaddle.problem(TERMS, 0.7, 0.5);
    FiniteSum sum = (FiniteSum) problem.objective();
    CriticalPoint saddle = BENCH.study(problem, batches(2, 2)).census("terms").points().get(0);
    double[] v = saddle.eigenvectors()[0];
    double squares = 0;
    int count = 0;
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < i; j++) {
        double[][] g = new double[2][1];
        sum.gradient(new double[2][1], new int[][] {{i, j}}, g, 1);
        double along = v[0] * g[0][0] + v[1] * g[1][0];
        squares += along * along;
        count++;
      }
    }
    BatchNoise noise = BatchNoise.at(sum, saddle, 2, ALPHA, 0.1);
    assertThat(noise.sigma()).isCloseTo(Math.sqrt(squares / count), within(1e-12));
    assertThat(noise.slope()).isCloseTo(0.5 * Math.sqrt(10 / 22.0), within(1e-9));
  }
}

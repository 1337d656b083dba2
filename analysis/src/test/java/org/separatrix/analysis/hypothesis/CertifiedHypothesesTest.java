package org.separatrix.analysis.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.avoidance.SaddleAvoidance;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Certified;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.start.UniformBox;
import org.separatrix.core.statistics.FamilyWise;

class CertifiedHypothesesTest {
  private static final int RUNS = 1000;
  private static final Bench BENCH = new Bench();
  private static final StudyResult LEE = study(Functions.lee());

  @Test
  void runsThatAreNotProvenCountAsHits() {
    Finding none = avoidance(certificate(0, 0));
    Finding undecided = avoidance(certificate(7, 0));
    Finding left = avoidance(certificate(3, 4));

    assertThat(none.observed()).containsEntry("undecided", 0.0).containsEntry("hits", 0.0);
    assertThat(none.observed().get("upper"))
        .isCloseTo(1 - Math.pow(0.05, 1.0 / RUNS), within(1e-9));
    assertThat(undecided.observed()).containsEntry("undecided", 7.0);
    assertThat(undecided.observed().get("upper")).isCloseTo(0.0131, within(1e-4));
    assertThat(left.observed()).isEqualTo(undecided.observed());
    assertThat(undecided.detail()).contains("7 not certified");
    assertThat(status(undecided, CertifiedLimits.NAME)).isEqualTo(Status.CERTIFIED);
  }

  @Test
  void withMoreThanOneInAHundredUndecidedLimitsAreEstimated() {
    Finding few = avoidance(certificate(10, 0));
    Finding many = avoidance(certificate(11, 0));
    Finding moved = avoidance(certificate(0, 11));

    assertThat(status(few, CertifiedLimits.NAME)).isEqualTo(Status.CERTIFIED);
    assertThat(status(many, CertifiedLimits.NAME)).isEqualTo(Status.ESTIMATED);
    assertThat(status(moved, CertifiedLimits.NAME)).isEqualTo(Status.ESTIMATED);
    assertThat(many.observed()).doesNotContainKey("undecided");
    assertThat(many.observed().get("upper")).isLessThan(few.observed().get("upper"));
    assertThat(many.hypotheses())
        .contains(
            new Hypothesis(CertifiedLimits.NAME, Status.ESTIMATED, "989 of 1,000 runs proven"));
    assertThat(many.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void withoutACertificateNothingIsSaidOfFates() {
    Finding plain = analyze(LEE);

    assertThat(plain.hypotheses())
        .extracting(Hypothesis::name)
        .isNotEmpty()
        .doesNotContain(CertifiedLimits.NAME);
    assertThat(plain.observed()).doesNotContainKey("undecided");
  }

  @Test
  void anInvariantDomainHoldsTheRunsThatStartInIt() {
    assertThat(region(Status.CERTIFIED, RUNS)).isEqualTo(Status.CERTIFIED);
    assertThat(region(Status.CERTIFIED, RUNS - 1)).isEqualTo(Status.ESTIMATED);
    assertThat(region(Status.VIOLATED, RUNS)).isEqualTo(Status.ESTIMATED);
  }

  /** That L is declared everywhere is less than that runs are proven to stay where it is known. */
  @Test
  void aProofCountsMoreThanADeclaration() {
    StudyResult bowl = study(Functions.quadratic(1, 2));
    Status proven =
        KnownLipschitzRegion.check(
                Certified.cell(bowl, Certified.certificate(Status.CERTIFIED, RUNS, RUNS, 0, 0)),
                BENCH)
            .status();
    Status declared =
        KnownLipschitzRegion.check(
                Certified.cell(bowl, Certified.certificate(Status.ESTIMATED, RUNS, RUNS, 0, 0)),
                BENCH)
            .status();

    assertThat(proven).isEqualTo(Status.CERTIFIED);
    assertThat(declared).isEqualTo(Status.DECLARED);
  }

  @Test
  void onlyTheProgramsOwnDistributionsHaveACertifiedDensity() {
    StartDistribution own = new UniformBox(new Box(new double[] {-1, -1}, new double[] {1, 1}));
    StartDistribution foreign = Bench.uniform(Functions.lee());
    StartDistribution fixed =
        new StartDistribution() {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {
            x[0] = 1;
          }

          @Override
          public boolean isAbsolutelyContinuous() {
            return false;
          }
        };

    assertThat(AbsolutelyContinuousStart.check(own).status()).isEqualTo(Status.CERTIFIED);
    assertThat(AbsolutelyContinuousStart.check(foreign).status()).isEqualTo(Status.DECLARED);
    assertThat(AbsolutelyContinuousStart.check(fixed).status()).isEqualTo(Status.VIOLATED);
  }

  private static Status region(Status invariance, long inside) {
    return KnownLipschitzRegion.check(
            Certified.cell(LEE, Certified.certificate(invariance, RUNS, inside, 0, 0)), BENCH)
        .status();
  }

  private static CellCertificate certificate(long undecided, long left) {
    return Certified.certificate(Status.CERTIFIED, RUNS, RUNS, undecided, left);
  }

  private static StudyResult study(Problem problem) {
    return BENCH.study(
        problem, Methods.gradientDescent(0.08), Bench.uniform(problem), RUNS, Bench.stop());
  }

  private static Finding avoidance(CellCertificate certificate) {
    return analyze(Certified.study(LEE, certificate));
  }

  private static Finding analyze(StudyResult study) {
    List<Finding> findings =
        FamilyWise.decide(
            new SaddleAvoidance(new SaddleAvoidance.Config(0.95)).analyze(study, BENCH).findings());
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static Status status(Finding finding, String name) {
    return finding.hypotheses().stream()
        .filter(hypothesis -> hypothesis.name().equals(name))
        .findFirst()
        .orElseThrow()
        .status();
  }
}

package org.separatrix.analysis.avoidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.statistics.FamilyWise;

/** Methods of which avoidance is proven without a linearization, as they say. */
class AvoidanceTheoremTest {
  private static final Bench BENCH = new Bench();

  /** Beyond 1/L, where the stable manifold theorem says nothing. */
  @Test
  void aTheoremOnTheMethodStandsForOneMap() {
    Finding finding = finding(Functions.lee(), 0.1, "Theorem 1");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.hypotheses())
        .contains(new Hypothesis("a theorem on the method", Status.DECLARED, "Theorem 1"))
        .extracting(Hypothesis::name)
        .doesNotContain("deterministic map with a linearization")
        .contains("start absolutely continuous", "strict: lambda_min < 0");
  }

  /** The negative control: half of the starts collapse on the maximum. */
  @Test
  void aFalseTheoremIsContradicted() {
    Finding finding = finding(Functions.collapse(), 1, "Theorem 0");

    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  private static Finding finding(Problem problem, double alpha, String theorem) {
    StudyResult study =
        BENCH.study(
            problem, Methods.claiming(alpha, theorem), Bench.uniform(problem), 2000, Bench.stop());
    List<Finding> findings =
        FamilyWise.decide(
            new SaddleAvoidance(new SaddleAvoidance.Config(0.95)).analyze(study, BENCH).findings());
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}

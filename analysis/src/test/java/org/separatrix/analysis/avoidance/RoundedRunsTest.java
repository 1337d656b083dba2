package org.separatrix.analysis.avoidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.hypothesis.RoundedApproach;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.statistics.FamilyWise;

/** Saddles whose unstable direction attracts where runs come from. */
class RoundedRunsTest {
  private static final Bench BENCH = new Bench();

  /**
   * The curvature along y is 1 - 1.2 exp(-x^2): for |x| > 1 each step brings y nearer to the saddle
   * by a factor of 2 or more, and x takes thousands of steps.
   */
  @ParameterizedTest
  @CsvSource({"0", "0.3"})
  void contradictNothing(double saddle) {
    Problem funnel =
        Functions.problem(
            "funnel",
            new Box(new double[] {-5, saddle - 0.5}, new double[] {5, saddle + 0.5}),
            1.8,
            (x, g) -> {
              double y = x[1] - saddle;
              double bump = 1.2 * Math.exp(-x[0] * x[0]);
              g[0] = x[0] / 1000 + y * y * bump * x[0];
              g[1] = y * (1 - bump) + y * y * y;
            });
    StudyResult study =
        BENCH.study(
            funnel,
            Methods.gradientDescent(0.54),
            Bench.uniform(funnel),
            200,
            Bench.stop().withMaxSteps(100_000));
    List<Finding> findings =
        FamilyWise.decide(
            new SaddleAvoidance(new SaddleAvoidance.Config(0.95)).analyze(study, BENCH).findings());

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.observed().get("hits")).isGreaterThan(100);
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly(RoundedApproach.NAME);
  }
}

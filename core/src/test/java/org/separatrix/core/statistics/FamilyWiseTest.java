package org.separatrix.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

class FamilyWiseTest {
  /** The four p-values worked by hand: 4 * 0.01, 3 * 0.03, then not below the one before, 0.5. */
  @Test
  void holmAdjustsInOrder() {
    assertThat(Holm.adjust(new double[] {0.04, 0.01, 0.03, 0.5}))
        .containsExactly(new double[] {0.09, 0.04, 0.09, 0.5}, within(1e-15));
    assertThat(Holm.adjust(new double[0])).isEmpty();
    assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }

  @Test
  void aTestAloneRejectsWhatItDoesNotRejectAmongMany() {
    Finding suspect = finding(Verdict.CONSISTENT).testedBy(Significance.of(6e-7));
    Finding ordinary = finding(Verdict.CONSISTENT).testedBy(Significance.of(0.3));

    assertThat(FamilyWise.decide(List.of(suspect)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CONTRADICTED);
    assertThat(FamilyWise.decide(List.of(ordinary, suspect)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CONSISTENT, Verdict.CONSISTENT);
    assertThat(FamilyWise.decide(List.of(ordinary, suspect)).get(1).significance())
        .contains(new Significance(6e-7, 1.2e-6));
  }

  @Test
  void whatIsNotRejectedKeepsItsVerdictAndItsPlace() {
    List<Finding> findings =
        List.of(
            finding(Verdict.INCONCLUSIVE).testedBy(Significance.of(0.1)),
            finding(Verdict.CONTRADICTED),
            finding(Verdict.INCONCLUSIVE).testedBy(Significance.of(1e-9)));

    assertThat(FamilyWise.decide(findings))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.CONTRADICTED, Verdict.CONTRADICTED);
    assertThat(FamilyWise.tests(findings)).isEqualTo(2);
  }

  @Test
  void aViolatedHypothesisCannotBeRejected() {
    Finding unmet =
        new Finding(
            "prediction",
            "objective",
            Optional.empty(),
            Optional.empty(),
            Verdict.HYPOTHESES_NOT_MET,
            List.of(new Hypothesis("alpha < 1/L", Status.VIOLATED, "2 > 1")),
            Map.of(),
            Map.of(),
            "");

    assertThat(FamilyWise.decide(List.of(unmet.testedBy(Significance.of(0)))))
        .containsExactly(unmet);
  }

  private static Finding finding(Verdict verdict) {
    return new Finding(
        "prediction",
        "objective",
        Optional.empty(),
        Optional.empty(),
        verdict,
        List.of(),
        Map.of(),
        Map.of(),
        "");
  }
}

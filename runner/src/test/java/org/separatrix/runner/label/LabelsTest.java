package org.separatrix.runner.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Verdict;

class LabelsTest {
  @Test
  void findsAValueByItsLabelOnly() {
    assertThat(Labels.VERDICTS.find("hypotheses-not-met")).contains(Verdict.HYPOTHESES_NOT_MET);
    assertThat(Labels.VERDICTS.find("HYPOTHESES_NOT_MET")).isEmpty();
    assertThat(Labels.VERDICTS.find("")).isEmpty();
  }

  @Test
  void hasTheLabelsInTheOrderOfTheValues() {
    assertThat(Labels.VERDICTS.all())
        .containsExactly("consistent", "contradicted", "hypotheses-not-met", "inconclusive");
  }
}

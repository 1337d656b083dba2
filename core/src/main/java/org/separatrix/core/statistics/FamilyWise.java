package org.separatrix.core.statistics;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Significance;

/**
 * Decides all tests of a study together, so that the chance that any true prediction is called
 * contradicted by chance is at most {@link #RATE}, however many there are.
 */
public final class FamilyWise {
  /** Chance of at least one false "contradicted" in a study whose predictions all hold. */
  public static final double RATE = 1e-6;

  private FamilyWise() {}

  /**
   * Returns the findings in their order, those contradicted whose p-value, after Holm's correction
   * for all of them, is below {@link #RATE}.
   *
   * @param findings of one study
   */
  public static List<Finding> decide(List<Finding> findings) {
    double[] adjusted =
        Holm.adjust(
            findings.stream()
                .flatMap(finding -> finding.significance().stream())
                .mapToDouble(Significance::pValue)
                .toArray());
    List<Finding> decided = new ArrayList<>();
    int next = 0;
    for (Finding finding : findings) {
      if (finding.significance().isPresent()) {
        double pValue = finding.significance().get().pValue();
        Significance corrected = new Significance(pValue, adjusted[next++]);
        decided.add(
            corrected.adjusted() < RATE
                ? finding.contradictedBy(corrected)
                : finding.testedBy(corrected));
      } else {
        decided.add(finding);
      }
    }
    return decided;
  }

  /**
   * Returns how many of the findings a test may reject.
   *
   * @param findings of one study
   */
  public static long tests(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.significance().isPresent()).count();
  }
}

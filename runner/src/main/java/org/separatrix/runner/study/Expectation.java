package org.separatrix.runner.study;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.runner.yaml.Location;

/**
 * What a study expects the findings of a prediction to say: each of some verdicts, and no other.
 *
 * @param prediction id of the prediction
 * @param verdicts the verdicts, at least one
 * @param location where the study says so
 */
public record Expectation(String prediction, Set<Verdict> verdicts, Location location) {
  /** Copies the set. */
  public Expectation {
    verdicts = Set.copyOf(verdicts);
  }

  /**
   * Returns the verdicts that findings give for the prediction.
   *
   * @param findings all findings of a study
   */
  public Set<Verdict> seen(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.prediction().equals(prediction))
        .map(Finding::verdict)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
  }

  /**
   * Tells whether findings say what is expected.
   *
   * @param findings all findings of a study
   */
  public boolean isMet(List<Finding> findings) {
    return seen(findings).equals(verdicts);
  }

  /**
   * Returns the names of verdicts, always in one order.
   *
   * @param verdicts the verdicts
   */
  public static List<String> labels(Collection<Verdict> verdicts) {
    return verdicts.stream().sorted().map(Verdict::label).toList();
  }
}

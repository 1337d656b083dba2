package org.separatrix.runner.execute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.runner.compare.StudyComparison;
import org.separatrix.runner.study.Expectation;
import org.separatrix.runner.sweep.Sweep;

/**
 * A study after analysis.
 *
 * @param result what was measured
 * @param proven what is proven of the critical points in the domain, by the objective's name, for
 *     those where that was looked into
 * @param findings predictions held against it, all tests of significance decided together
 * @param comparison how the optimizers compare, where there are two or more
 * @param sweeps what changes from cell to cell where they differ in one number
 * @param figures what the analyzers and the comparison want drawn
 * @param expectations what the study expects the findings to say
 * @param controls experiments with a known outcome
 * @param threads worker threads
 * @param seconds wall time
 */
public record StudyOutcome(
    StudyResult result,
    Map<String, SeparableCensus> proven,
    List<Finding> findings,
    Optional<StudyComparison> comparison,
    List<Sweep> sweeps,
    List<Figure> figures,
    List<Expectation> expectations,
    List<ControlResult> controls,
    int threads,
    double seconds) {

  /** Copies the lists and the map. */
  public StudyOutcome {
    proven = Collections.unmodifiableMap(new LinkedHashMap<>(proven));
    findings = List.copyOf(findings);
    sweeps = List.copyOf(sweeps);
    figures = List.copyOf(figures);
    expectations = List.copyOf(expectations);
    controls = List.copyOf(controls);
  }

  /**
   * Tells whether all expectations were met, no other prediction was contradicted and every control
   * came out.
   */
  public boolean isSound() {
    return expectations.stream().allMatch(expectation -> expectation.isMet(findings))
        && findings.stream().noneMatch(this::isUnexpectedlyContradicted)
        && controls.stream().allMatch(ControlResult::passed);
  }

  private boolean isUnexpectedlyContradicted(Finding finding) {
    return finding.verdict() == Verdict.CONTRADICTED
        && expectations.stream()
            .noneMatch(expectation -> expectation.prediction().equals(finding.prediction()));
  }

  /**
   * Counts the findings with a verdict.
   *
   * @param verdict the verdict
   */
  public long count(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}

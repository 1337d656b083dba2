package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.core.precision.Precision;

/**
 * The cells whose methods compute in single precision. The theory is about real numbers; where
 * doubles depart from them analyzers allow for it, where floats do only those that say so.
 */
final class SinglePrecisionCells {
  private final Set<String> cells;
  private final Set<String> allowing;

  /**
   * Looks for them.
   *
   * @param result of the study
   * @param allowing ids of predictions of which findings allow for single precision
   */
  SinglePrecisionCells(StudyResult result, Set<String> allowing) {
    cells =
        result.cells().stream()
            .filter(cell -> Precision.of(cell.optimizer()) == Precision.FLOAT32)
            .map(CellResult::id)
            .collect(Collectors.toUnmodifiableSet());
    this.allowing = Set.copyOf(allowing);
  }

  /**
   * Returns the findings, those that rounding may have contradicted as ones whose hypotheses fail.
   */
  List<Finding> withoutRounding(List<Finding> findings) {
    return findings.stream().map(this::withoutRounding).toList();
  }

  private Finding withoutRounding(Finding finding) {
    boolean mayBeRounding =
        finding.verdict() == Verdict.CONTRADICTED
            && finding.cell().map(cells::contains).orElse(false)
            && !allowing.contains(finding.prediction());
    if (!mayBeRounding) {
      return finding;
    }
    List<Hypothesis> hypotheses = new ArrayList<>(finding.hypotheses());
    hypotheses.add(
        new Hypothesis(
            "computed nearly as in real numbers",
            Status.VIOLATED,
            "in float32, whose rounding is not allowed for"));
    return new Finding(
        finding.prediction(),
        finding.objective(),
        finding.cell(),
        finding.point(),
        Verdict.HYPOTHESES_NOT_MET,
        hypotheses,
        finding.predicted(),
        finding.observed(),
        finding.detail());
  }
}

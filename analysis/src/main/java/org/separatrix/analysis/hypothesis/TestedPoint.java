package org.separatrix.analysis.hypothesis;

import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;

/** A critical point under one method, of which findings are made. */
public interface TestedPoint {
  /** Returns a cell with the method. */
  CellResult cell();

  /** Returns the point. */
  CriticalPoint point();

  /**
   * Returns a finding at the point.
   *
   * @param prediction id of the prediction
   * @param verdict the answer
   * @param hypotheses the conditions that were checked
   * @param predicted named numbers that the theory gives, in order
   * @param observed named numbers that were measured, in order
   * @param detail one line for a person
   */
  default Finding finding(
      String prediction,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(
        prediction, cell(), point(), verdict, hypotheses, predicted, observed, detail);
  }

  /**
   * Returns the finding of a prediction that says nothing here.
   *
   * @param prediction id of the prediction
   * @param hypotheses the conditions that were checked
   * @param detail one line for a person
   */
  default Finding notMet(String prediction, List<Hypothesis> hypotheses, String detail) {
    return finding(prediction, Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), detail);
  }
}

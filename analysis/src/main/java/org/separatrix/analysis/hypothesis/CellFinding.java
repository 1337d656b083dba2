package org.separatrix.analysis.hypothesis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;

/** Findings about a cell; a violated hypothesis leaves only one verdict, whatever the answer. */
public final class CellFinding {
  private CellFinding() {}

  /**
   * Returns a finding about the cell as a whole.
   *
   * @param prediction id of the prediction
   * @param cell the cell
   * @param answer the verdict if no hypothesis is violated
   * @param hypotheses the conditions that were checked
   * @param predicted named numbers that the theory gives, in order
   * @param observed named numbers that were measured, in order
   * @param detail one line for a person
   */
  public static Finding of(
      String prediction,
      CellResult cell,
      Verdict answer,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return new Finding(
        prediction,
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.empty(),
        unlessViolated(hypotheses, answer),
        hypotheses,
        predicted,
        observed,
        detail);
  }

  /**
   * Returns a finding at a critical point.
   *
   * @param prediction id of the prediction
   * @param cell the cell
   * @param point the critical point
   * @param answer the verdict if no hypothesis is violated
   * @param hypotheses the conditions that were checked
   * @param predicted named numbers that the theory gives, in order
   * @param observed named numbers that were measured, in order
   * @param detail one line for a person
   */
  public static Finding at(
      String prediction,
      CellResult cell,
      CriticalPoint point,
      Verdict answer,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(
        prediction,
        cell,
        point,
        unlessViolated(hypotheses, answer),
        hypotheses,
        predicted,
        observed,
        detail);
  }

  /**
   * Returns a finding about the cell as a whole, without numbers.
   *
   * @param prediction id of the prediction
   * @param cell the cell
   * @param answer the verdict if no hypothesis is violated
   * @param hypotheses the conditions that were checked
   * @param detail one line for a person
   */
  public static Finding of(
      String prediction,
      CellResult cell,
      Verdict answer,
      List<Hypothesis> hypotheses,
      String detail) {
    return of(prediction, cell, answer, hypotheses, Map.of(), Map.of(), detail);
  }

  private static Verdict unlessViolated(List<Hypothesis> hypotheses, Verdict answer) {
    return hypotheses.stream().anyMatch(Hypothesis::isViolated)
        ? Verdict.HYPOTHESES_NOT_MET
        : answer;
  }
}

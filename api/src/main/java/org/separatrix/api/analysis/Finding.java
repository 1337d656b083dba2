package org.separatrix.api.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;

/**
 * A prediction held against an observation.
 *
 * @param prediction id of the prediction
 * @param objective name of the objective
 * @param cell id of the cell, if the finding is about one
 * @param point id of the critical point, if the finding is about one
 * @param verdict the answer
 * @param hypotheses the conditions that were checked
 * @param predicted named numbers that the theory gives, in order
 * @param observed named numbers that were measured, in order
 * @param detail one line for a person: what was seen and how it was decided
 */
public record Finding(
    String prediction,
    String objective,
    Optional<String> cell,
    Optional<String> point,
    Verdict verdict,
    List<Hypothesis> hypotheses,
    Map<String, Double> predicted,
    Map<String, Double> observed,
    String detail) {

  /** Copies the collections and checks that a violated hypothesis leaves only one verdict. */
  public Finding {
    hypotheses = List.copyOf(hypotheses);
    predicted = Collections.unmodifiableMap(new LinkedHashMap<>(predicted));
    observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)
        && verdict != Verdict.HYPOTHESES_NOT_MET) {
      throw new IllegalArgumentException(
          "verdict '%s' of prediction '%s' in spite of a violated hypothesis"
              .formatted(verdict, prediction));
    }
  }

  /**
   * Returns a finding at a critical point in a cell.
   *
   * @param prediction id of the prediction
   * @param cell the cell
   * @param point the critical point
   * @param verdict the answer
   * @param hypotheses the conditions that were checked
   * @param predicted named numbers that the theory gives, in order
   * @param observed named numbers that were measured, in order
   * @param detail one line for a person
   */
  public static Finding at(
      String prediction,
      CellResult cell,
      CriticalPoint point,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return new Finding(
        prediction,
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.of(point.id()),
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}

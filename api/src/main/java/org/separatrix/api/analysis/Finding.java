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
 * @param significance how improbable the observation is, if a test may reject the prediction; the
 *     study does that, which knows all its tests, and until then the verdict is what holds if it is
 *     not rejected
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
    String detail,
    Optional<Significance> significance) {

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
   * Creates a finding without a test of significance.
   *
   * @param prediction id of the prediction
   * @param objective name of the objective
   * @param cell id of the cell, if the finding is about one
   * @param point id of the critical point, if the finding is about one
   * @param verdict the answer
   * @param hypotheses the conditions that were checked
   * @param predicted named numbers that the theory gives, in order
   * @param observed named numbers that were measured, in order
   * @param detail one line for a person
   */
  public Finding(
      String prediction,
      String objective,
      Optional<String> cell,
      Optional<String> point,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    this(
        prediction,
        objective,
        cell,
        point,
        verdict,
        hypotheses,
        predicted,
        observed,
        detail,
        Optional.empty());
  }

  /**
   * Returns this finding with a test that may reject it. A finding whose hypotheses do not hold
   * stays as it is: it cannot be rejected.
   *
   * @param test how improbable the observation is
   */
  public Finding testedBy(Significance test) {
    return verdict == Verdict.HYPOTHESES_NOT_MET ? this : with(verdict, test);
  }

  /**
   * Returns this finding, contradicted by a test.
   *
   * @param test how improbable the observation is
   */
  public Finding contradictedBy(Significance test) {
    return with(Verdict.CONTRADICTED, test);
  }

  private Finding with(Verdict answer, Significance test) {
    return new Finding(
        prediction,
        objective,
        cell,
        point,
        answer,
        hypotheses,
        predicted,
        observed,
        detail,
        Optional.of(test));
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

package org.separatrix.api.analysis;

import java.util.List;

/**
 * What a theorem says will be observed, and how that is held against an observation.
 *
 * @param id stable name, such as {@code saddle-avoidance}
 * @param statement the claim in one sentence, with its formula
 * @param source paper and theorem
 * @param hypotheses the conditions under which it is claimed, at least one
 * @param quantity what is measured
 * @param decision how the verdict follows from it, with the chance of a false "contradicted"
 * @param refutation what observation would refute it
 */
public record Prediction(
    String id,
    String statement,
    String source,
    List<String> hypotheses,
    String quantity,
    String decision,
    String refutation) {

  /** Copies the hypotheses and checks that nothing is left out. */
  public Prediction {
    hypotheses = List.copyOf(hypotheses);
    if (hypotheses.isEmpty()) {
      throw new IllegalArgumentException("prediction '" + id + "' names no hypothesis");
    }
    for (String text : List.of(id, statement, source, quantity, decision, refutation)) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("prediction '" + id + "' has an empty part");
      }
    }
  }
}

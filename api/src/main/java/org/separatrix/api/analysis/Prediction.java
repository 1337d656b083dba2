package org.separatrix.api.analysis;

/**
 * What a theorem says will be observed.
 *
 * @param id stable name, such as {@code saddle-avoidance}
 * @param statement the claim in one sentence, with its formula
 * @param source paper and theorem
 * @param refutation what observation would refute it
 */
public record Prediction(String id, String statement, String source, String refutation) {}

package org.separatrix.api.analysis;

/** The answer to a prediction. */
public enum Verdict {
  /** The hypotheses hold and the observation agrees with the prediction. */
  CONSISTENT("consistent"),
  /** The hypotheses hold and the observation refutes the prediction. */
  CONTRADICTED("contradicted"),
  /** A hypothesis does not hold, so the theorem says nothing. */
  HYPOTHESES_NOT_MET("hypotheses-not-met"),
  /** The hypotheses hold, but the data do not decide. */
  INCONCLUSIVE("inconclusive");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** Returns the name used in results. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}

package org.separatrix.api.objective;

/** How a fact is known. */
public enum Status {
  /** Proven, with rounding errors accounted for. */
  CERTIFIED("certified"),
  /** Computed from samples or by approximate arithmetic; may be wrong. */
  ESTIMATED("estimated"),
  /** Claimed by the author of the objective or of the study. */
  DECLARED("declared"),
  /** Does not hold. */
  VIOLATED("violated");

  private final String label;

  Status(String label) {
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

package org.separatrix.api.analysis;

/** What provably becomes of a run from the state at which it stopped. */
public enum Fate {
  /** It converges to a local minimum. */
  CERTIFIED_MINIMUM("certified-minimum"),
  /**
   * It leaves the neighbourhood of a strict saddle along the unstable directions, so that it does
   * not converge to that saddle from there.
   */
  CERTIFIED_LEFT_SADDLE("certified-left-saddle"),
  /** It goes to infinity. */
  CERTIFIED_DIVERGED("certified-diverged"),
  /** Nothing is proven. */
  UNDECIDED("undecided");

  private final String label;

  Fate(String label) {
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

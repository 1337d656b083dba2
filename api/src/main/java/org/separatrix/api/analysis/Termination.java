package org.separatrix.api.analysis;

/** Why a run stopped. */
public enum Termination {
  /** The norm of the gradient fell to the tolerance. */
  GRADIENT_TOLERANCE("gradient-tolerance"),
  /** The number of steps reached its limit. */
  BUDGET("budget"),
  /** The norm of the position passed the divergence radius. */
  DIVERGED("diverged"),
  /** The position left the region that the run was to stay in. */
  LEFT_DOMAIN("left-domain"),
  /** The position or the gradient became infinite or not a number. */
  NON_FINITE("non-finite"),
  /** The method stopped by a criterion of its own. */
  STOPPED_BY_METHOD("stopped-by-method");

  private final String label;

  Termination(String label) {
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

package org.separatrix.api.objective;

/** What the Hessian's eigenvalues say of a critical point. */
public enum CriticalPointKind {
  /** A negative eigenvalue, and one that is not: gradient descent avoids it. */
  STRICT_SADDLE("strict-saddle"),
  /** All eigenvalues positive. */
  LOCAL_MINIMUM("local-minimum"),
  /** All eigenvalues negative; a strict saddle too, in the sense of Lee et al. (2016). */
  LOCAL_MAXIMUM("local-maximum"),
  /** No negative eigenvalue and a zero one: the second order does not decide. */
  DEGENERATE("degenerate"),
  /** The sign of an eigenvalue cannot be told in floating-point arithmetic. */
  UNDECIDED("undecided");

  private final String label;

  CriticalPointKind(String label) {
    this.label = label;
  }

  /** Returns the name used in YAML and in results. */
  public String label() {
    return label;
  }

  /** Tells whether the point has a negative eigenvalue, so that the avoidance theorems apply. */
  public boolean isStrict() {
    return this == STRICT_SADDLE || this == LOCAL_MAXIMUM;
  }

  @Override
  public String toString() {
    return label;
  }
}

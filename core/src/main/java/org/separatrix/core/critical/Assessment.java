package org.separatrix.core.critical;

import org.separatrix.api.objective.CriticalPointKind;

/**
 * What is known of a critical point that Newton's method found.
 *
 * @param kind its kind
 * @param negative number of eigenvalues that are negative for certain
 * @param zero number of eigenvalues whose sign is not certain and that are numerically zero
 * @param radius Euclidean distance within which the gradient cannot be told from zero
 */
record Assessment(CriticalPointKind kind, int negative, int zero, double radius) {
  /** Tells whether the point may belong to a continuum of critical points. */
  boolean hasNullDirection() {
    return zero > 0;
  }

  boolean hasSameSignature(Assessment other) {
    return hasSignature(other.negative, other.zero);
  }

  boolean hasSignature(int negative, int zero) {
    return this.negative == negative && this.zero == zero;
  }
}

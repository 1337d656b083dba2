package org.separatrix.core.bound;

/**
 * The supremum (or infimum) of a function over a box, enclosed: lower <= supremum <= upper, both
 * proven.
 *
 * <p>The bound on the far side (upper for a supremum, lower for an infimum) holds at every point of
 * the box; the one on the near side is a value that the function certainly reaches at the witness.
 *
 * @param lower lower bound, -infinity if nothing is known
 * @param upper upper bound, infinity if the function has none, or none was found
 * @param witness the best point found, in the box, length d; copied
 * @param boxes number of boxes that were examined
 * @param isTight whether the bounds are as close as was asked for; if not, the work ended at a
 *     limit, or enclosures at points are wider than that
 * @param isDefinedEverywhere whether the function is certainly defined at all points of the box. A
 *     bound of second derivatives holds for a function that is twice continuously differentiable on
 *     the box only if so; else the far bound is infinite
 */
public record CertifiedBound(
    double lower,
    double upper,
    double[] witness,
    long boxes,
    boolean isTight,
    boolean isDefinedEverywhere) {
  /** Copies the witness; -0 becomes 0. */
  public CertifiedBound {
    lower += 0.0;
    upper += 0.0;
    witness = witness.clone();
  }

  @Override
  public double[] witness() {
    return witness.clone();
  }

  /** Returns this bound of f as a bound of -f: a supremum becomes an infimum. */
  CertifiedBound negated() {
    return new CertifiedBound(-upper, -lower, witness, boxes, isTight, isDefinedEverywhere);
  }
}

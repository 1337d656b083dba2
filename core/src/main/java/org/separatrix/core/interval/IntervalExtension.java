package org.separatrix.core.interval;

/**
 * First and second derivatives of a function, enclosed over boxes: what a certificate is computed
 * from. An implementation bounds every value that the exact function takes; threads can share it.
 */
public interface IntervalExtension {
  /** Returns the number of variables d. */
  int dimension();

  /**
   * Encloses the gradient over a box.
   *
   * @param box d components
   */
  Enclosure<IntervalVector> gradient(IntervalVector box);

  /**
   * Encloses the gradient over a box at greater cost, with an excess width that is of second order
   * in the width of the box where the function is smooth.
   *
   * @param box d components
   */
  Enclosure<IntervalVector> meanValueGradient(IntervalVector box);

  /**
   * Encloses the Hessian over a box. It counts as defined only where f and its gradient are, so
   * that f is twice continuously differentiable where this says so.
   *
   * @param box d components
   * @return a symmetric matrix, {@code d x d}
   */
  Enclosure<IntervalMatrix> hessian(IntervalVector box);

  /**
   * Encloses a principal submatrix of the Hessian. What is said of definition holds for f as a
   * whole.
   *
   * @param box d components
   * @param coordinates the rows and columns, n of them, each once
   * @return a symmetric matrix, {@code n x n}
   */
  default Enclosure<IntervalMatrix> hessian(IntervalVector box, int... coordinates) {
    Enclosure<IntervalMatrix> whole = hessian(box);
    return new Enclosure<>(whole.range().principal(coordinates), whole.isDefinedEverywhere());
  }

  /**
   * Encloses the Jacobian of exactly those functions that {@link #gradient} encloses, as Newton's
   * method needs it. It may be wider than {@link #hessian}, and is not symmetric to the last bit.
   *
   * @param box d components
   * @return {@code d x d}
   */
  Enclosure<IntervalMatrix> jacobian(IntervalVector box);
}

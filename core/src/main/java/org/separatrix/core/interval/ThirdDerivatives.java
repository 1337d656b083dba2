package org.separatrix.core.interval;

import java.util.List;

/**
 * A function whose third derivatives can be enclosed over boxes, too: what sharper bounds of the
 * Hessian, and the Lipschitz constant of the Hessian, are computed from.
 */
public interface ThirdDerivatives extends IntervalExtension {
  /**
   * Encloses the partial derivatives of a principal submatrix of the Hessian: those very functions
   * that {@link #hessian(IntervalVector, int[])} encloses, differentiated.
   *
   * @param box d components
   * @param coordinates the rows and columns of the submatrix, n of them, each once
   * @return n symmetric matrices {@code n x n}, the k-th for the derivative by the k-th of the
   *     coordinates; defined everywhere only if all are bounded
   */
  Enclosure<List<IntervalMatrix>> thirdDerivatives(IntervalVector box, int... coordinates);

  /**
   * Encloses the same at greater cost, with an excess width that is of second order in the width of
   * the box where the function is smooth.
   *
   * @param box d components
   * @param coordinates as above
   */
  Enclosure<List<IntervalMatrix>> meanValueThirdDerivatives(IntervalVector box, int... coordinates);
}

package org.separatrix.api.objective;

/**
 * An objective that encloses its own derivatives over boxes, so that facts about it can be
 * certified as they are for formulas.
 *
 * <p>An enclosure holds every value that the exact derivative takes in the box, rounding errors
 * accounted for: what is proven rests on that. Where a derivative does not exist, or has no bounds,
 * in a part of the box, its bounds are infinite. Implementations serve several threads.
 */
public interface IntervalDifferentiable extends Objective {
  /**
   * Encloses the gradient over a box.
   *
   * @param low lower bounds of the box, length d; not modified
   * @param high upper bounds of the box, length d; not modified
   * @param gradientLow receives lower bounds, length d, every entry
   * @param gradientHigh receives upper bounds, length d, every entry
   */
  void encloseGradient(double[] low, double[] high, double[] gradientLow, double[] gradientHigh);

  /**
   * Encloses the Hessian over a box.
   *
   * @param low lower bounds of the box, length d; not modified
   * @param high upper bounds of the box, length d; not modified
   * @param hessianLow receives lower bounds, a symmetric matrix, {@code d x d}, every entry
   * @param hessianHigh receives upper bounds, a symmetric matrix, {@code d x d}, every entry
   */
  void encloseHessian(double[] low, double[] high, double[][] hessianLow, double[][] hessianHigh);
}

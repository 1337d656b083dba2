package org.separatrix.core.precision;

import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;

/** The floating-point format in which a method computes. */
public enum Precision {
  /** IEEE single precision, p = 24. */
  FLOAT32(24),
  /** IEEE double precision, p = 53. */
  FLOAT64(53);

  private final int digits;

  Precision(int digits) {
    this.digits = digits;
  }

  /** Returns the number p of binary digits, so that a number is rounded by at most 2^-p of it. */
  public int digits() {
    return digits;
  }

  /**
   * Returns a method in this precision.
   *
   * @param optimizer the method, in double precision
   * @param objective the function that it minimises
   */
  public Optimizer apply(Optimizer optimizer, Objective objective) {
    return this == FLOAT64 ? optimizer : new SinglePrecision(optimizer, objective);
  }

  /**
   * Returns the precision in which a method computes.
   *
   * @param optimizer the method
   */
  public static Precision of(Optimizer optimizer) {
    return optimizer instanceof SinglePrecision ? FLOAT32 : FLOAT64;
  }

  /**
   * Returns the method that an optimizer runs, whatever the precision.
   *
   * @param optimizer the optimizer
   */
  public static Optimizer inDouble(Optimizer optimizer) {
    return optimizer instanceof SinglePrecision single ? single.method() : optimizer;
  }
}

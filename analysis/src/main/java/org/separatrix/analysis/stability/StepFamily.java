package org.separatrix.analysis.stability;

import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * A method's map at a minimum as its step is multiplied by a factor s, and the factor at which the
 * minimum ceases to attract.
 */
interface StepFamily {
  /** Returns that factor. */
  double limit();

  /** Returns a bound on its error, relative. */
  double error();

  /** Returns how the unit circle is left there. */
  StabilityLimit.Crossing crossing();

  /**
   * Returns the spectral radius at the minimum.
   *
   * @param factor s
   */
  double radius(double factor);

  /** Returns a bound on the error of spectral radii near the limit. */
  double radiusError();

  /** Returns the step alpha of the method itself, at the factor 1. */
  double alpha();

  /**
   * Returns how surely all this is known at a minimum.
   *
   * @param point the minimum
   */
  Status status(CriticalPoint point);
}

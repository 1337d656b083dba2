package org.separatrix.core.region;

import org.separatrix.api.analysis.Fate;

/** A set of states of a method, in which the fate of a run is a theorem. */
public sealed interface CertifiedRegion
    permits CaptureBall, CaptureProduct, SaddleCone, DivergenceRegion {
  /**
   * Tells whether a state certainly lies in this region, rounding included.
   *
   * @param state component i d + k is coordinate k of state vector i, as doubles the exact state;
   *     not modified
   * @return false also if this cannot be decided, or if a number is not finite
   */
  boolean contains(double... state);

  /** Returns what a run in this region comes to. */
  Fate fate();
}

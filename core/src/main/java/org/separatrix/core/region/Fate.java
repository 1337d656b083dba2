package org.separatrix.core.region;

/** What provably becomes of the exact iteration from a state. */
public enum Fate {
  /** It converges to the minimum of a {@link CaptureBall}. */
  MINIMUM,
  /** It leaves the ball of a {@link SaddleCone}. */
  LEFT_SADDLE,
  /** It goes to infinity, see {@link DivergenceRegion}. */
  DIVERGED,
  /** Nothing is proven. */
  UNDECIDED
}

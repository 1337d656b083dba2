package org.separatrix.core.region;

/** What provably becomes of a run. */
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

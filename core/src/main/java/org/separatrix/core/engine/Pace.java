package org.separatrix.core.engine;

import java.util.List;
import java.util.Optional;

/**
 * Chooses the next window of a block: a calm one, as long as seems good, or one that is watched.
 *
 * <p>A calm window costs little if few runs may have ended in it, and was in vain if many may. So
 * its length follows from how fast the least gradient of the block shrank in the window before.
 */
final class Pace {
  /** The length of each window is this times a power of two. */
  private static final int UNIT = 8;

  private final List<CalmRegion> regions;

  /** Whether runs are expected to end where gradients do not grow. */
  private final boolean endInBalls;

  /** Whether all runs are in a region that they cannot leave. */
  private boolean isInside;

  /** Whether the marks of the block are the squared norms of its gradients. */
  private boolean isMeasured;

  /** Least squared norm of a gradient in the block; not a number if it is not known. */
  private double least;

  /** The factor by which that changed in {@link #UNIT} steps; not a number if it is not known. */
  private double change;

  Pace(Calm calm) {
    regions = calm.regions();
    endInBalls = !calm.balls().isEmpty();
    refilled();
  }

  /** Returns the region in which the whole block is calm for the next window. */
  Optional<CalmRegion> next(Block block, Gauge gauge) {
    for (CalmRegion region : regions) {
      if ((isPromising(region) || region.steps() <= Sprint.WINDOW)
          && isCalm(region, block, gauge)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }

  /** Tells whether no run is expected to come near its end in a window. */
  private boolean isPromising(CalmRegion region) {
    double quiet = endInBalls ? region.quietInBall() : region.quiet();
    return quiet == 0 || least * changeWithin(region.steps()) > quiet;
  }

  private double changeWithin(int steps) {
    double within = change;
    for (int taken = UNIT; taken < steps; taken *= 2) {
      within *= within;
    }
    return within;
  }

  private boolean isCalm(CalmRegion region, Block block, Gauge gauge) {
    if (region.isInvariant()) {
      isInside = isInside || gauge.isInside(block, region);
      return isInside;
    }
    return isMeasured && gauge.isCalm(block, region);
  }

  /** Tells whether gradients are to be measured after a watched window. */
  boolean wantsMeasure() {
    return !regions.isEmpty() && !regions.get(0).isInvariant();
  }

  /** Runs have entered the block. */
  void refilled() {
    isInside = false;
    forget();
  }

  private void forget() {
    isMeasured = false;
    least = Double.NaN;
    change = Double.NaN;
  }

  /** The marks of the block have been measured, and this is the least of them. */
  void measured(double leastNow) {
    isMeasured = true;
    least = leastNow;
  }

  /** A window was watched. */
  void watched() {
    forget();
  }

  /** No run has come near its end in a calm window, and this is the least of the marks after it. */
  void succeeded(CalmRegion region, double leastNow) {
    change = leastNow / least;
    for (int steps = region.steps(); steps > UNIT; steps /= 2) {
      change = Math.sqrt(change);
    }
    measured(leastNow);
  }

  /** Runs have ended in a calm window; the marks of the others are known. */
  void ended() {
    forget();
    isMeasured = true;
  }

  /** A calm window was in vain. */
  void failed() {
    forget();
  }
}

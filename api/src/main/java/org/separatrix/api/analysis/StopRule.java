package org.separatrix.api.analysis;

import java.util.Optional;

/**
 * When a run stops. The conditions are tested before each step, in the order non-finite, diverged,
 * left-domain, gradient-tolerance, budget, so the number of steps of a run is exact: it is the
 * first k at which a condition holds.
 *
 * @param gradientTolerance stop where the Euclidean norm of the gradient is at most this; 0 stops
 *     only where the gradient vanishes exactly; negative never
 * @param maxSteps stop after this many steps, at least 0
 * @param divergenceRadius stop where the Euclidean norm of the position exceeds this; positive
 * @param region stop outside of this region
 */
public record StopRule(
    double gradientTolerance, long maxSteps, double divergenceRadius, Optional<Region> region) {

  /** Checks the numbers. */
  public StopRule {
    if (Double.isNaN(gradientTolerance)) {
      throw new IllegalArgumentException("gradient-tolerance is NaN: it must be a number");
    }
    if (maxSteps < 0) {
      throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 0");
    }
    if (!(divergenceRadius > 0)) {
      throw new IllegalArgumentException(
          "divergence-radius is " + divergenceRadius + ": it must be positive");
    }
  }

  /**
   * Returns this rule with another limit on the number of steps.
   *
   * @param steps the limit
   */
  public StopRule withMaxSteps(long steps) {
    return new StopRule(gradientTolerance, steps, divergenceRadius, region);
  }

  /**
   * Returns this rule with another tolerance.
   *
   * @param tolerance the norm of the gradient to stop at
   */
  public StopRule withGradientTolerance(double tolerance) {
    return new StopRule(tolerance, maxSteps, divergenceRadius, region);
  }

  /**
   * Returns this rule with a region to stay in.
   *
   * @param stay the region
   */
  public StopRule within(Region stay) {
    return new StopRule(gradientTolerance, maxSteps, divergenceRadius, Optional.of(stay));
  }

  /** A part of R^d; {@link Regions} has some that cost little to test. */
  @FunctionalInterface
  public interface Region {
    /**
     * Tells whether a lane's point lies in the region. Called from several threads at once.
     *
     * @param x points, {@code d x lanes}; not modified
     * @param lane the lane
     */
    boolean contains(double[][] x, int lane);

    /**
     * Marks the lanes whose points lie outside. It may mark others: {@link #contains} decides about
     * all that are marked. Called before each step, from several threads at once.
     *
     * @param x points, {@code d x lanes}; not modified
     * @param lanes number of lanes
     * @param marks a number for each lane, none negative; where the point lies outside it is
     *     increased, or made not a number
     */
    default void markOutside(double[][] x, int lanes, double[] marks) {
      for (int lane = 0; lane < lanes; lane++) {
        if (!contains(x, lane)) {
          marks[lane] = 1;
        }
      }
    }
  }
}

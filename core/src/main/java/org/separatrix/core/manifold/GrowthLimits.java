package org.separatrix.core.manifold;

import org.separatrix.api.objective.Box;

/**
 * How finely a curve is followed and where it ends.
 *
 * <p>Points lie closer where the curve bends: the direction may turn by at most {@code angle} from
 * one to the next (Hobson, J. Comput. Phys. 104, 1993; Krauskopf and Osinga, J. Comput. Phys. 146,
 * 1998).
 *
 * @param box a curve ends with its first point outside
 * @param arcLength largest length in each direction
 * @param spacing largest distance of two points
 * @param angle largest angle between directions at two points, radians
 * @param shortest a curve ends where the distance of two points would have to be less
 * @param iterations largest number of steps of the map from or to the saddle
 * @param points largest number of points in each direction
 */
public record GrowthLimits(
    Box box,
    double arcLength,
    double spacing,
    double angle,
    double shortest,
    int iterations,
    int points) {
  /** Checks that the numbers are positive. */
  public GrowthLimits {
    if (!(arcLength > 0 && spacing > 0 && angle > 0 && shortest > 0)
        || iterations < 1
        || points < 1) {
      throw new IllegalArgumentException("every limit of the growth of a curve must be positive");
    }
  }

  /**
   * Returns limits for curves in a box: a length of 1000 diagonals, angles of 0.2, spacings down to
   * 1e-4 of the given one, 5,000 steps and 100,000 points.
   *
   * @param box the box
   * @param spacing largest distance of two points
   */
  public static GrowthLimits within(Box box, double spacing) {
    return new GrowthLimits(
        box, 1000 * box.diameter(), spacing, 0.2, 1e-4 * spacing, 5_000, 100_000);
  }

  /** Returns the same limits with another length. */
  public GrowthLimits withArcLength(double length) {
    return new GrowthLimits(box, length, spacing, angle, shortest, iterations, points);
  }

  /** Returns the same limits with another number of points. */
  public GrowthLimits withPoints(int number) {
    return new GrowthLimits(box, arcLength, spacing, angle, shortest, iterations, number);
  }

  /** Returns the same limits with another least distance of two points. */
  public GrowthLimits withShortest(double distance) {
    return new GrowthLimits(box, arcLength, spacing, angle, distance, iterations, points);
  }

  /** Checks the dimension of the box. */
  void checkBox(int dimension, String coordinates) {
    if (box.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the box has %d coordinates, but it is one of %d %s"
              .formatted(box.dimension(), dimension, coordinates));
    }
  }
}

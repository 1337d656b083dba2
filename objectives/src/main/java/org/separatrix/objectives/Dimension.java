package org.separatrix.objectives;

/**
 * The range of the number of coordinates.
 *
 * <p>It is bounded where the matrix of second derivatives of one point takes 0.8 GB: beyond it
 * nothing that this program is for, critical points and their eigenvalues, can be had.
 */
final class Dimension {
  private static final int MOST = 10_000;

  private Dimension() {}

  static void check(int dimension, int least) {
    if (dimension < least) {
      throw new IllegalArgumentException(
          "dimension is %d: it must be at least %d".formatted(dimension, least));
    }
    checkMost("dimension", dimension);
  }

  /**
   * Checks a number of coordinates from above.
   *
   * @param key the key that it follows from, with which the message begins
   * @param dimension the number
   */
  static void checkMost(String key, long dimension) {
    if (dimension > MOST) {
      throw new IllegalArgumentException(
          "%s is %d: it must be at most %d, where one Hessian takes 0.8 GB"
              .formatted(key, dimension, MOST));
    }
  }
}

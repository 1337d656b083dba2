package org.separatrix.api.start;

import java.util.random.RandomGenerator;

/** Draws points that are uniform in a set. */
public final class UniformPoint {
  /** In up to three dimensions a point of the cube is in the ball with probability 0.5 or more. */
  private static final int FEW = 3;

  private UniformPoint() {}

  /**
   * Draws a point of a ball around the origin.
   *
   * <p>In up to three dimensions it is drawn from the cube until it is in the ball. In more, the
   * first d coordinates of a uniform point of the unit sphere in R^{d+2} are uniform in the unit
   * ball of R^d (Harman and Lacko, J. Multivariate Anal. 101, 2010), which takes no d-th root.
   *
   * @param random random numbers
   * @param radius radius of the ball
   * @param point receives the point, length d
   */
  public static void ofBall(RandomGenerator random, double radius, double[] point) {
    if (point.length <= FEW) {
      drawFromCube(random, point);
      for (int k = 0; k < point.length; k++) {
        point[k] *= radius;
      }
      return;
    }
    double squares = 0;
    for (int k = 0; k < point.length; k++) {
      point[k] = random.nextGaussian();
      squares += point[k] * point[k];
    }
    double first = random.nextGaussian();
    double second = random.nextGaussian();
    double factor = radius / Math.sqrt(squares + first * first + second * second);
    for (int k = 0; k < point.length; k++) {
      point[k] *= factor;
    }
  }

  /** Draws points of the cube until one is in the unit ball. */
  private static void drawFromCube(RandomGenerator random, double[] point) {
    double squares = 2;
    while (squares > 1) {
      squares = 0;
      for (int k = 0; k < point.length; k++) {
        point[k] = 2 * random.nextDouble() - 1;
        squares += point[k] * point[k];
      }
    }
  }
}

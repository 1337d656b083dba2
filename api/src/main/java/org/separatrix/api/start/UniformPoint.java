package org.separatrix.api.start;

import java.util.random.RandomGenerator;

/** Draws points that are uniform in a set. */
public final class UniformPoint {
  private UniformPoint() {}

  /**
   * Draws a point of a ball around the origin.
   *
   * <p>The first d coordinates of a uniform point of the unit sphere in R^{d+2} are uniform in the
   * unit ball of R^d (Harman and Lacko, J. Multivariate Anal. 101, 2010), which takes no d-th root.
   *
   * @param random random numbers
   * @param radius radius of the ball
   * @param point receives the point, length d
   */
  public static void ofBall(RandomGenerator random, double radius, double[] point) {
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
}

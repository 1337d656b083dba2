package org.separatrix.analysis.escape;

import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;

/**
 * Starts uniform in a ball around a saddle, as a perturbation leaves them (Jin et al. 2017).
 *
 * <p>The first d coordinates of a uniform point of the sphere in R^{d+2} are uniform in the ball of
 * R^d (Harman and Lacko, J. Multivariate Anal. 101, 2010).
 */
final class BallKick implements StartDistribution {
  private final double[] center;
  private final double radius;

  /**
   * Creates the starts.
   *
   * @param center the saddle; copied
   * @param radius radius of the ball
   */
  BallKick(double[] center, double radius) {
    this.center = center.clone();
    this.radius = radius;
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    double squares = 0;
    for (int k = 0; k < x.length; k++) {
      x[k] = random.nextGaussian();
      squares += x[k] * x[k];
    }
    double first = random.nextGaussian();
    double second = random.nextGaussian();
    double factor = radius / Math.sqrt(squares + first * first + second * second);
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.fma(factor, x[k], center[k]);
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }
}

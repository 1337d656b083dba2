package org.separatrix.core.engine;

import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;

/** Uniform on [-2, 2]^d. */
final class CubeStart implements StartDistribution {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = 4 * random.nextDouble() - 2;
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }
}

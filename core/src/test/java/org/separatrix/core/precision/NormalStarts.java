package org.separatrix.core.precision;

import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;

/** Starts with independent standard normal coordinates. */
final class NormalStarts implements StartDistribution {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = random.nextGaussian();
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }
}

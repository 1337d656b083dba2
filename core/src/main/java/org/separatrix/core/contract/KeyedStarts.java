package org.separatrix.core.contract;

import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.random.RandomStreams;

/**
 * Uniform starts in [-1.5, 1.5]^d by a key of their own; every fourth has its last coordinate 0.
 */
record KeyedStarts(long key) implements StartDistribution {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    RandomGenerator own = RandomStreams.start(key, run);
    for (int k = 0; k < x.length; k++) {
      x[k] = 3 * own.nextDouble() - 1.5;
    }
    if (run % 4 == 0) {
      x[x.length - 1] = 0;
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }
}

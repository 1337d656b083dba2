package org.separatrix.core.engine;

import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;

/** Starts at given points. */
record ListStart(double[][] points) implements StartDistribution {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    System.arraycopy(points[(int) run], 0, x, 0, x.length);
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }
}

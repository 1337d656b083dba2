package org.separatrix.core.engine;

import java.util.random.RandomGenerator;
import org.separatrix.api.optimizer.Iterates;

/**
 * Starts run {@code first + i} in the state in which another run stopped: a run with momentum that
 * started at rest instead might cross the stable manifold of a saddle.
 *
 * @param first number of the first run
 * @param states the states
 */
public record Resumption(long first, States states) implements StartsWithMemory {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = states.position()[k][(int) (run - first)];
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  @Override
  public void setMemory(long run, Iterates block, int lane) {
    states.remember((int) (run - first), block, lane);
  }
}

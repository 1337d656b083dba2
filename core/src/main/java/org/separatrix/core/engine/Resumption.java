package org.separatrix.core.engine;

import java.util.random.RandomGenerator;
import org.separatrix.api.optimizer.Iterates;

/**
 * Starts run i in the state in which another run stopped: a run with momentum that started at rest
 * instead might cross the stable manifold of a saddle.
 *
 * @param numbers the numbers under which the runs draw random numbers, which do not depend on the
 *     runs beside them then; not copied
 * @param states the states
 */
public record Resumption(long[] numbers, States states) implements StartsWithMemory {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = states.position()[k][(int) run];
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  @Override
  public void setMemory(long run, Iterates block, int lane) {
    states.remember((int) run, block, lane);
  }
}

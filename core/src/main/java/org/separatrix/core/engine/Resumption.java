package org.separatrix.core.engine;

import java.util.random.RandomGenerator;
import org.separatrix.api.optimizer.Iterates;

/**
 * Starts run {@code first + i} where another run stopped, with the memory that it had there: a run
 * with momentum that started at rest instead might cross the stable manifold of a saddle.
 *
 * @param first number of the first run
 * @param position the positions, {@code d x n}; not copied
 * @param memory the method's memory vectors, {@code memory x d x n}; not copied
 */
public record Resumption(long first, double[][] position, double[][][] memory)
    implements StartsWithMemory {
  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = position[k][(int) (run - first)];
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  @Override
  public void setMemory(long run, Iterates block, int lane) {
    for (int j = 0; j < memory.length; j++) {
      double[][] vector = block.memory(j);
      for (int k = 0; k < vector.length; k++) {
        vector[k][lane] = memory[j][k][(int) (run - first)];
      }
    }
  }
}

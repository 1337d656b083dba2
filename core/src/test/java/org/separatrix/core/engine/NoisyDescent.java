package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.random.LaneRandom;

/**
 * Gradient descent with normal noise, and uniform noise on top of it.
 *
 * @param together whether it draws for all lanes at a time
 */
record NoisyDescent(boolean together) implements Optimizer {
  @Override
  public int memory() {
    return 0;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    double[][] normal = new double[block.dimension()][block.lanes()];
    double[] uniform = new double[block.lanes()];
    if (together) {
      LaneRandom random = block.random();
      for (double[] coordinate : normal) {
        random.nextGaussians(coordinate, 0);
      }
      random.nextDoubles(uniform, 0);
    } else {
      for (int i = 0; i < block.lanes(); i++) {
        for (double[] coordinate : normal) {
          coordinate[i] = block.random(i).nextGaussian();
        }
        uniform[i] = block.random(i).nextDouble();
      }
    }
    for (int k = 0; k < normal.length; k++) {
      double[] x = block.position()[k];
      for (int i = 0; i < block.lanes(); i++) {
        x[i] -= 0.1 * (block.gradient()[k][i] + normal[k][i] + uniform[i] - 0.5);
      }
    }
  }
}

package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/**
 * Gradient descent with noise that dies out, which keeps its last step in memory and its largest
 * noise as a number, and draws from the same numbers in start and step.
 */
final class RandomWalk implements Optimizer {
  @Override
  public int memory() {
    return 1;
  }

  @Override
  public int scalars() {
    return 1;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public void start(Iterates block, int lane) {
    block.scalar(0)[lane] = block.random(lane).nextDouble();
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    for (int i = 0; i < block.lanes(); i++) {
      double size = Math.exp(-0.5 * block.steps(i)) * block.scalar(0)[i];
      for (int k = 0; k < block.dimension(); k++) {
        double noise = size * block.random(i).nextGaussian();
        double change = 0.3 * block.memory(0)[k][i] - 0.1 * block.gradient()[k][i] + noise;
        block.position()[k][i] += change;
        block.memory(0)[k][i] = change;
        block.scalar(0)[i] = Math.max(block.scalar(0)[i], Math.abs(noise));
      }
    }
  }
}

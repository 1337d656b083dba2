package org.separatrix.core.precision;

import java.util.random.RandomGenerator;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.random.LaneRandom;

/**
 * A block with other gradients.
 *
 * @param block the block
 * @param gradient the gradients, {@code d x lanes}
 */
record RoundedIterates(Iterates block, double[][] gradient) implements Iterates {
  @Override
  public int lanes() {
    return block.lanes();
  }

  @Override
  public int dimension() {
    return block.dimension();
  }

  @Override
  public double[][] position() {
    return block.position();
  }

  @Override
  public double[][] memory(int index) {
    return block.memory(index);
  }

  @Override
  public double[] scalar(int index) {
    return block.scalar(index);
  }

  @Override
  public double[] scratch(int index) {
    return block.scratch(index);
  }

  @Override
  public long steps(int lane) {
    return block.steps(lane);
  }

  @Override
  public RandomGenerator random(int lane) {
    return block.random(lane);
  }

  @Override
  public LaneRandom random() {
    return block.random();
  }

  @Override
  public void stop(int lane) {
    block.stop(lane);
  }
}

package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;

/**
 * The step of any method as a map, by way of a block of one lane. The state is the position, the
 * memory vectors and then the numbers that the method keeps. A method that looks at how many steps
 * it has taken sees none taken.
 */
final class BlockStepMap implements StepMap {
  private final Objective objective;
  private final Optimizer optimizer;
  private final int dimension;

  BlockStepMap(Objective objective, Optimizer optimizer) {
    this.objective = objective;
    this.optimizer = optimizer;
    dimension = objective.dimension();
  }

  @Override
  public int dimension() {
    return (1 + optimizer.memory()) * dimension + optimizer.scalars();
  }

  @Override
  public double[] lift(double[] x) {
    Block block = freshBlock();
    for (int k = 0; k < dimension; k++) {
      block.position()[k][0] = x[k];
    }
    optimizer.start(block, 0);
    return read(block);
  }

  @Override
  public double[] position(double[] state) {
    return Arrays.copyOf(state, dimension);
  }

  @Override
  public void apply(double[] state, double[] next) {
    Block block = freshBlock();
    List<double[]> lanes = arrays(block);
    for (int i = 0; i < state.length; i++) {
      lanes.get(i)[0] = state[i];
    }
    CountingOracle oracle = new CountingOracle(objective);
    oracle.gradient(block.position(), block.gradient(), 1);
    optimizer.step(block, oracle);
    System.arraycopy(read(block), 0, next, 0, state.length);
  }

  private Block freshBlock() {
    Block block = new Block(dimension, optimizer, 1, 0);
    block.add(0, 1);
    return block;
  }

  private double[] read(Block block) {
    return arrays(block).stream().mapToDouble(lane -> lane[0]).toArray();
  }

  /** Returns the arrays whose first entries are the state, in its order. */
  private List<double[]> arrays(Block block) {
    List<double[]> arrays = new ArrayList<>(List.of(block.position()));
    for (int j = 0; j < optimizer.memory(); j++) {
      arrays.addAll(List.of(block.memory(j)));
    }
    for (int j = 0; j < optimizer.scalars(); j++) {
      arrays.add(block.scalar(j));
    }
    return arrays;
  }
}

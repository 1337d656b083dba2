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
  private final Optimizer optimizer;
  private final int dimension;
  private final Block block;
  private final CountingOracle oracle;

  /** The arrays whose first entries are the state, in its order. */
  private final double[][] lanes;

  BlockStepMap(Objective objective, Optimizer optimizer) {
    this.optimizer = optimizer;
    dimension = objective.dimension();
    block = new Block(dimension, optimizer, 1, new LaneNoise(0, 1));
    oracle = new CountingOracle(objective);
    List<double[]> arrays = new ArrayList<>(List.of(block.vectors()));
    for (int j = 0; j < optimizer.scalars(); j++) {
      arrays.add(block.scalar(j));
    }
    lanes = arrays.toArray(double[][]::new);
  }

  @Override
  public int dimension() {
    return (1 + optimizer.memory()) * dimension + optimizer.scalars();
  }

  @Override
  public double[] lift(double[] x) {
    startAfresh();
    for (int k = 0; k < dimension; k++) {
      block.position()[k][0] = x[k];
    }
    optimizer.start(block, 0);
    double[] state = new double[lanes.length];
    read(state);
    return state;
  }

  @Override
  public double[] position(double[] state) {
    return Arrays.copyOf(state, dimension);
  }

  @Override
  public void apply(double[] state, double[] next) {
    startAfresh();
    for (int i = 0; i < lanes.length; i++) {
      lanes[i][0] = state[i];
    }
    oracle.gradient(block.position(), block.gradient(), 1);
    optimizer.step(block, oracle);
    read(next);
  }

  /** Makes the one lane that of a run that has taken no step, its memory zero. */
  private void startAfresh() {
    block.clear();
    block.add(0, 1);
  }

  private void read(double[] state) {
    for (int i = 0; i < lanes.length; i++) {
      state[i] = lanes[i][0];
    }
  }
}

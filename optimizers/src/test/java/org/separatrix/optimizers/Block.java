package org.separatrix.optimizers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** A block whose lanes all start at step 0 and keep their places. */
final class Block implements Iterates {
  private final Objective objective;
  private final int lanes;
  private final double[][] position;
  private final double[][] gradient;
  private final List<double[][]> memory = new ArrayList<>();
  private final List<double[]> scalars = new ArrayList<>();
  private final List<double[]> scratch = new ArrayList<>();
  private final boolean[] stopped;
  private long steps;

  /** Creates a block of runs; {@code starts[i]} is the start of run i. */
  Block(Objective objective, double[][] starts) {
    this.objective = objective;
    lanes = starts.length;
    position = new double[objective.dimension()][lanes];
    gradient = new double[objective.dimension()][lanes];
    stopped = new boolean[lanes];
    for (int i = 0; i < lanes; i++) {
      for (int k = 0; k < position.length; k++) {
        position[k][i] = starts[i][k];
      }
    }
  }

  /** The random numbers of a run's step. */
  static RandomGenerator random(long run, long step) {
    return new SplittableRandom(run * 1_000_003 + step);
  }

  void start(Optimizer optimizer) {
    for (int i = 0; i < lanes; i++) {
      optimizer.start(this, i);
    }
  }

  void step(Optimizer optimizer) {
    objective.gradient(position, gradient, lanes);
    optimizer.step(
        this,
        new Oracle() {
          @Override
          public void value(double[][] x, double[] f, int count) {
            objective.value(x, f, count);
          }

          @Override
          public void gradient(double[][] x, double[][] g, int count) {
            objective.gradient(x, g, count);
          }
        });
    steps++;
  }

  double[] point(int lane) {
    double[] point = new double[position.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = position[k][lane];
    }
    return point;
  }

  boolean isStopped(int lane) {
    return stopped[lane];
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int dimension() {
    return position.length;
  }

  @Override
  public double[][] position() {
    return position;
  }

  @Override
  public double[][] gradient() {
    return gradient;
  }

  @Override
  public double[][] memory(int index) {
    while (memory.size() <= index) {
      memory.add(new double[position.length][lanes]);
    }
    return memory.get(index);
  }

  @Override
  public double[] scalar(int index) {
    return array(scalars, index);
  }

  @Override
  public double[] scratch(int index) {
    return array(scratch, index);
  }

  @Override
  public long steps(int lane) {
    return steps;
  }

  @Override
  public RandomGenerator random(int lane) {
    return random(lane, steps);
  }

  @Override
  public void stop(int lane) {
    stopped[lane] = true;
  }

  private double[] array(List<double[]> arrays, int index) {
    while (arrays.size() <= index) {
      arrays.add(new double[lanes]);
    }
    return arrays.get(index);
  }
}

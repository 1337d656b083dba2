package org.separatrix.analysis.testing;

import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** The map that a method iterates, as a block of one lane whose memory follows its position. */
final class SingleRun implements Iterates, Oracle {
  private final Objective objective;
  private final Optimizer optimizer;
  private final double[][][] vectors;
  private final double[][] gradient;
  private final double[][] scratch = new double[8][1];

  /** Weights of the state vectors in the position, if the position is not one of them. */
  private final double[] weights;

  private final int first;

  SingleRun(Objective objective, Optimizer optimizer) {
    this.objective = objective;
    this.optimizer = optimizer;
    int d = objective.dimension();
    vectors = new double[1 + optimizer.memory()][d][1];
    gradient = new double[d][1];
    boolean derived =
        optimizer instanceof LinearMethod method && method.memory() == method.b().length;
    first = derived ? 1 : 0;
    weights = derived ? ((LinearMethod) optimizer).c() : new double[0];
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  /** The view of this run as a map, whose dimension is that of the state space. */
  StepMap asMap() {
    SingleRun run = this;
    return new StepMap() {
      @Override
      public int dimension() {
        return (run.vectors.length - run.first) * run.dimension();
      }

      @Override
      public double[] lift(double[] x) {
        return run.lift(x);
      }

      @Override
      public double[] position(double[] state) {
        return run.position(state);
      }

      @Override
      public void apply(double[] state, double[] next) {
        run.apply(state, next);
      }
    };
  }

  private double[] lift(double[] x) {
    for (int k = 0; k < x.length; k++) {
      vectors[0][k][0] = x[k];
      for (int j = 1; j < vectors.length; j++) {
        vectors[j][k][0] = 0;
      }
    }
    optimizer.start(this, 0);
    double[] state = new double[(vectors.length - first) * x.length];
    store(state);
    return state;
  }

  private double[] position(double[] state) {
    load(state);
    double[] x = new double[dimension()];
    for (int k = 0; k < x.length; k++) {
      x[k] = vectors[0][k][0];
    }
    return x;
  }

  private void apply(double[] state, double[] next) {
    load(state);
    gradient(position(), gradient, 1);
    optimizer.step(this, this);
    store(next);
  }

  private void load(double[] state) {
    for (int i = 0; i < state.length; i++) {
      vectors[first + i / dimension()][i % dimension()][0] = state[i];
    }
    for (int k = 0; k < dimension() && weights.length > 0; k++) {
      double position = weights[0] * vectors[1][k][0];
      for (int j = 1; j < weights.length; j++) {
        position = Math.fma(weights[j], vectors[1 + j][k][0], position);
      }
      vectors[0][k][0] = position;
    }
  }

  private void store(double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = vectors[first + i / dimension()][i % dimension()][0];
    }
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public double[][] position() {
    return vectors[0];
  }

  @Override
  public double[][] gradient() {
    return gradient;
  }

  @Override
  public double[][] memory(int index) {
    return vectors[1 + index];
  }

  @Override
  public double[] scalar(int index) {
    throw new UnsupportedOperationException("the tests' methods keep no numbers");
  }

  @Override
  public double[] scratch(int index) {
    return scratch[index];
  }

  @Override
  public long steps(int lane) {
    return 0;
  }

  @Override
  public RandomGenerator random(int lane) {
    throw new UnsupportedOperationException("the tests' maps are deterministic");
  }

  @Override
  public void stop(int lane) {}

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(x, f, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    objective.gradient(x, g, lanes);
  }
}

package org.separatrix.core.engine;

import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * The map xi -> A xi + B grad f(C xi), written out from the three matrices. It shares no code with
 * the step that the engine runs, so each can be tested against the other.
 */
final class LinearStepMap implements StepMap {
  private final Objective objective;
  private final int dimension;
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final double[] rest;
  private final double[][] point;
  private final double[][] slope;

  LinearStepMap(Objective objective, LinearMethod method) {
    this.objective = objective;
    dimension = objective.dimension();
    a = method.a();
    b = method.b();
    c = method.c();
    rest = method.rest();
    point = new double[dimension][1];
    slope = new double[dimension][1];
  }

  @Override
  public int dimension() {
    return b.length * dimension;
  }

  @Override
  public double[] lift(double[] x) {
    double[] state = new double[dimension()];
    for (int i = 0; i < state.length; i++) {
      state[i] = rest[i / dimension] * x[i % dimension];
    }
    return state;
  }

  @Override
  public double[] position(double[] state) {
    double[] x = new double[dimension];
    for (int i = 0; i < state.length; i++) {
      x[i % dimension] += c[i / dimension] * state[i];
    }
    return x;
  }

  @Override
  public void apply(double[] state, double[] next) {
    double[] x = position(state);
    for (int k = 0; k < dimension; k++) {
      point[k][0] = x[k];
    }
    objective.gradient(point, slope, 1);
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < dimension; k++) {
        double sum = b[i] * slope[k][0];
        for (int j = 0; j < b.length; j++) {
          sum += a[i][j] * state[j * dimension + k];
        }
        next[i * dimension + k] = sum;
      }
    }
  }
}

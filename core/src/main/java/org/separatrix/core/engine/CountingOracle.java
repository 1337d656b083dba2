package org.separatrix.core.engine;

import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.optimizer.Oracle;

/** Evaluates an objective and counts the points. Not for use by several threads at once. */
final class CountingOracle implements Oracle {
  private final Objective objective;
  private long values;
  private long gradients;

  CountingOracle(Objective objective) {
    this.objective = objective;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(x, f, lanes);
    values += lanes;
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    objective.gradient(x, g, lanes);
    gradients += lanes;
  }

  @Override
  public void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
    if (!(objective instanceof FiniteSum sum)) {
      Oracle.super.gradient(x, batch, g, lanes);
      return;
    }
    sum.gradient(x, batch, g, lanes);
    gradients += lanes;
  }

  @Override
  public void hessian(double[][] x, double[][][] h, int lanes) {
    if (objective instanceof TwiceDifferentiable twice) {
      twice.hessian(x, h, lanes);
    } else {
      Oracle.super.hessian(x, h, lanes);
    }
  }

  /** Returns the number of points at which the value was asked for. */
  long values() {
    return values;
  }

  /** Returns the number of points at which the gradient was asked for. */
  long gradients() {
    return gradients;
  }
}

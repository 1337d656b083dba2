package org.separatrix.analysis.stability;

import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.critical.WithHessian;

/**
 * The function s f. A method x_{k+1} = A x_k + B grad f(C x_k) on s f is the same method with s
 * times the step on f; of any other method, s f defines what another step is.
 *
 * @param objective the function f
 * @param factor s, positive
 */
record ScaledGradient(Objective objective, double factor) implements Objective {
  /** Returns a problem with another step; its Lipschitz bound is left out. */
  static Problem of(Problem problem, double factor) {
    ScaledGradient scaled = new ScaledGradient(problem.objective(), factor);
    return new Problem(
        problem.name(),
        WithHessian.ifAny(scaled, problem.objective(), scaled::hessian),
        problem.domain(),
        Optional.empty());
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(x, f, lanes);
    scale(f, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    objective.gradient(x, g, lanes);
    for (double[] row : g) {
      scale(row, lanes);
    }
  }

  private void hessian(TwiceDifferentiable original, double[] x, double[][] h) {
    original.hessian(x, h);
    for (double[] row : h) {
      scale(row, row.length);
    }
  }

  private void scale(double[] row, int count) {
    for (int i = 0; i < count; i++) {
      row[i] *= factor;
    }
  }
}

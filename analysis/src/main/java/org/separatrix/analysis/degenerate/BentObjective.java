package org.separatrix.analysis.degenerate;

import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.critical.WithHessian;

/**
 * The function f + h |y|^2 / 2, y being the components of x - s along the kernel of the Hessian of
 * f at s: it has the eigenvalue h where f has 0.
 *
 * @param objective the function f
 * @param kernel of its Hessian
 * @param curvature h
 */
record BentObjective(Objective objective, Kernel kernel, double curvature) implements Objective {
  static Problem of(Problem problem, Kernel kernel, double curvature) {
    BentObjective bent = new BentObjective(problem.objective(), kernel, curvature);
    return new Problem(
        problem.name(),
        WithHessian.ifAny(bent, problem.objective(), bent::hessian),
        problem.domain(),
        Optional.empty());
  }

  private void hessian(TwiceDifferentiable original, double[] x, double[][] h) {
    original.hessian(x, h);
    for (double[] v : kernel.vectors()) {
      for (int i = 0; i < h.length; i++) {
        for (int k = 0; k < h.length; k++) {
          h[i][k] = Math.fma(curvature * v[i], v[k], h[i][k]);
        }
      }
    }
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(x, f, lanes);
    for (double[] v : kernel.vectors()) {
      for (int i = 0; i < lanes; i++) {
        f[i] += curvature * Math.pow(component(v, x, i), 2) / 2;
      }
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    objective.gradient(x, g, lanes);
    for (double[] v : kernel.vectors()) {
      for (int i = 0; i < lanes; i++) {
        double slope = curvature * component(v, x, i);
        for (int k = 0; k < v.length; k++) {
          g[k][i] = Math.fma(slope, v[k], g[k][i]);
        }
      }
    }
  }

  private double component(double[] v, double[][] x, int lane) {
    double[] s = kernel.point().x();
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum = Math.fma(v[k], x[k][lane] - s[k], sum);
    }
    return sum;
  }
}

package org.separatrix.core.critical;

import java.util.Arrays;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.TwiceDifferentiable;

/**
 * Hessians of any objective: its own if it gives one, else central differences of the gradient, H
 * e_k = (grad f(x + h_k e_k) - grad f(x - h_k e_k)) / (2 h_k), made symmetric.
 *
 * <p>The step h_k = eps^(1/3) max(|x_k|, w_k / 8), with w_k the width of the domain, balances
 * truncation against rounding, so the relative error is of the order 1e-10.
 */
public final class Hessians {
  private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

  /** Variations of a function over its domain happen on about this fraction of its width. */
  private static final double SCALE = 0.125;

  private Hessians() {}

  /**
   * Tells whether the Hessians of an objective are its own.
   *
   * @param objective the objective
   */
  public static boolean areExact(Objective objective) {
    return objective instanceof TwiceDifferentiable;
  }

  /**
   * Returns the Hessian at a point, fresh, d x d.
   *
   * @param problem the objective with its domain
   * @param x the point, length d; not modified
   */
  public static double[][] at(Problem problem, double[] x) {
    return at(problem.objective(), problem.domain(), x);
  }

  /**
   * Returns the Hessian at a point, fresh, d x d.
   *
   * @param objective the objective
   * @param domain gives the length scales; x may lie outside
   * @param x the point, length d; not modified
   */
  public static double[][] at(Objective objective, Box domain, double[] x) {
    double[][] h = new double[x.length][x.length];
    if (objective instanceof TwiceDifferentiable own) {
      own.hessian(x, h);
    } else {
      difference(objective, domain, x, 1, h);
    }
    return h;
  }

  /**
   * Returns how much the differences with twice the step deviate in the Frobenius norm, an estimate
   * of the error from above.
   */
  static double differenceError(Objective objective, Box domain, double[] x) {
    double[][] h = new double[x.length][x.length];
    double[][] coarse = new double[x.length][x.length];
    difference(objective, domain, x, 1, h);
    difference(objective, domain, x, 2, coarse);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x.length; k++) {
        sum += (coarse[i][k] - h[i][k]) * (coarse[i][k] - h[i][k]);
      }
    }
    return Math.sqrt(sum);
  }

  private static void difference(
      Objective objective, Box domain, double[] x, double factor, double[][] h) {
    int d = x.length;
    double[] low = domain.low();
    double[] high = domain.high();
    double[][] points = new double[d][2 * d];
    double[] width = new double[d];
    for (int k = 0; k < d; k++) {
      Arrays.fill(points[k], x[k]);
    }
    for (int k = 0; k < d; k++) {
      double step = factor * RELATIVE_STEP * Math.max(Math.abs(x[k]), SCALE * (high[k] - low[k]));
      points[k][2 * k] = x[k] + step;
      points[k][2 * k + 1] = x[k] - step;
      width[k] = points[k][2 * k] - points[k][2 * k + 1];
    }
    double[][] gradients = new double[d][2 * d];
    objective.gradient(points, gradients, 2 * d);
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        h[i][k] = (gradients[i][2 * k] - gradients[i][2 * k + 1]) / width[k];
      }
    }
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < i; k++) {
        h[i][k] = h[i][k] / 2 + h[k][i] / 2;
        h[k][i] = h[i][k];
      }
    }
  }

  /**
   * Returns the largest absolute row sum of the difference of two symmetric matrices, which bounds
   * by how much their eigenvalues differ (Weyl). It is not a number where an entry is none.
   */
  static double largestChange(double[][] hessian, double[][] other) {
    double largest = 0;
    for (int i = 0; i < hessian.length; i++) {
      double sum = 0;
      for (int k = 0; k < hessian.length; k++) {
        sum += Math.abs(other[i][k] - hessian[i][k]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}

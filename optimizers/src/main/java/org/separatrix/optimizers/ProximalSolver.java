package org.separatrix.optimizers;

import java.util.Arrays;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.optimizer.Oracle;

/**
 * Solves F(u) = u - x + alpha grad f(u) = 0 for one x at a time, by Newton's method with steps that
 * are halved until |F| decreases. F is the gradient of alpha f(u) + |u - x|^2/2, so that its zero
 * is the minimum if I + alpha H is positive definite. For large alpha both are scaled down, so that
 * alpha H does not overflow. Not for use by several threads at once.
 */
final class ProximalSolver {
  private static final int MOST_ITERATIONS = 100;

  /** Newton steps below this many ulps of the largest coordinate are the last. */
  private static final double LAST_STEP = 8;

  /**
   * Gradients that are rounded to single precision do not let |F| fall below a few units of 2^-24
   * of the largest coordinate; below this part of it the last point is as good as any.
   */
  private static final double STALLED = 0x1p-20;

  /** The decrease of |F| that is asked for, as a part of what the linear law promises. */
  private static final double DECREASE = 1e-4;

  private final TwiceDifferentiable objective;
  private final double scale;

  /** Alpha times the scale. */
  private final double weight;

  private final Oracle oracle;
  private final double[][] point;
  private final double[][] gradient;
  private final double[][] matrix;

  ProximalSolver(TwiceDifferentiable objective, double alpha, Oracle oracle) {
    this.objective = objective;
    // An even power of two rounds neither a product nor a square root.
    scale = Math.scalb(1.0, -2 * (Math.max(0, Math.getExponent(alpha)) / 2));
    weight = alpha * scale;
    this.oracle = oracle;
    int d = objective.dimension();
    point = new double[d][1];
    gradient = new double[d][1];
    matrix = new double[d][d];
  }

  /**
   * Returns the minimum, not a number in every coordinate if it is not found.
   *
   * @param x length d; not modified
   * @param gradientAtX the gradient there; not modified
   */
  double[] minimum(double[] x, double[] gradientAtX) {
    int d = x.length;
    double[] u = x.clone();
    double[] residual = new double[d];
    for (int k = 0; k < d; k++) {
      residual[k] = weight * gradientAtX[k];
    }
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      if (!factorize(u)) {
        break;
      }
      double[] step = solve(residual);
      double smallest = LAST_STEP * Math.ulp(largest(u));
      double length = largest(step);
      if (!Double.isFinite(length)) {
        break;
      }
      if (length <= smallest) {
        return moved(u, step, 1);
      }
      double before = norm(residual);
      double part = 1;
      double[] next = moved(u, step, part);
      double[] nextResidual = residual(next, x);
      while (!(norm(nextResidual) <= (1 - DECREASE * part) * before)) {
        part /= 2;
        if (part * length <= smallest) {
          return u;
        }
        next = moved(u, step, part);
        nextResidual = residual(next, x);
      }
      u = next;
      residual = nextResidual;
    }
    if (norm(residual) <= STALLED * scale * largest(x)) {
      return u;
    }
    double[] undefined = new double[d];
    Arrays.fill(undefined, Double.NaN);
    return undefined;
  }

  private double[] residual(double[] u, double[] x) {
    for (int k = 0; k < u.length; k++) {
      point[k][0] = u[k];
    }
    oracle.gradient(point, gradient, 1);
    double[] residual = new double[u.length];
    for (int k = 0; k < u.length; k++) {
      residual[k] = Math.fma(weight, gradient[k][0], scale * (u[k] - x[k]));
    }
    return residual;
  }

  /**
   * Puts the Cholesky factor of scale (I + alpha H) in place; false if it is not positive definite.
   */
  private boolean factorize(double[] u) {
    objective.hessian(u, matrix);
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = Math.fma(weight, matrix[i][j], i == j ? scale : 0);
        for (int k = 0; k < j; k++) {
          sum = Math.fma(-matrix[i][k], matrix[j][k], sum);
        }
        if (i == j && !(sum > 0)) {
          return false;
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    return true;
  }

  /** Returns -(I + alpha H)^-1 F. */
  private double[] solve(double[] residual) {
    int d = residual.length;
    double[] step = new double[d];
    for (int i = 0; i < d; i++) {
      double sum = -residual[i];
      for (int k = 0; k < i; k++) {
        sum = Math.fma(-matrix[i][k], step[k], sum);
      }
      step[i] = sum / matrix[i][i];
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = step[i];
      for (int k = i + 1; k < d; k++) {
        sum = Math.fma(-matrix[k][i], step[k], sum);
      }
      step[i] = sum / matrix[i][i];
    }
    return step;
  }

  private static double[] moved(double[] u, double[] step, double part) {
    double[] moved = u.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] = Math.fma(part, step[k], moved[k]);
    }
    return moved;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum = Math.hypot(sum, entry);
    }
    return sum;
  }

  private static double largest(double[] vector) {
    double largest = 0;
    for (double entry : vector) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }
}

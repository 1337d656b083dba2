package org.separatrix.analysis.degenerate;

import java.util.Arrays;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;

/**
 * The derivative of f along the kernel of its Hessian, after Lyapunov and Schmidt: for a
 * displacement y in the kernel the other coordinates w(y) are those at which the gradient has no
 * part in the range of the Hessian, and what is left of the gradient is that of the reduced
 * function phi(y) = f(s + y + w(y)).
 *
 * <p>Gradient descent drifts along the center manifold by -alpha grad phi, up to terms of higher
 * order: the manifold departs from the graph of w by the speed of the drift.
 */
public final class ReducedGradient {
  private static final int MOST_ITERATIONS = 200;

  private final Objective objective;
  private final Kernel kernel;
  private final double[] s;
  private final double[] lambda;
  private final double[][] vectors;
  private final double[][] x;
  private final double[][] g;

  /**
   * Creates the reduction.
   *
   * @param objective the function f
   * @param kernel of its Hessian at a critical point
   */
  public ReducedGradient(Objective objective, Kernel kernel) {
    this.objective = objective;
    this.kernel = kernel;
    CriticalPoint point = kernel.point();
    s = point.x();
    lambda = point.eigenvalues();
    vectors = point.eigenvectors();
    x = new double[s.length][1];
    g = new double[s.length][1];
  }

  /**
   * Returns the components of the gradient along the kernel vectors; NaN if no w(y) is found.
   *
   * @param y displacement in the kernel, a coordinate for each of its vectors; not modified
   */
  public double[] at(double... y) {
    lift(y);
    double[] reduced = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      reduced[j] = dot(kernel.vectors().get(j));
    }
    return reduced;
  }

  /**
   * Returns the point s + y + w(y), fresh.
   *
   * @param y displacement in the kernel; not modified
   */
  public double[] lift(double... y) {
    double[] w = new double[lambda.length];
    place(y, w);
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_ITERATIONS && !kernel.others().isEmpty(); i++) {
      double change = 0;
      for (int j : kernel.others()) {
        double step = dot(vectors[j]) / lambda[j];
        w[j] -= step;
        change = Math.max(change, Math.abs(step));
      }
      place(y, w);
      if (change == 0 || (change >= before && change <= 1e-9 * norm(y))) {
        break;
      }
      before = change;
      if (i == MOST_ITERATIONS - 1) {
        Arrays.stream(g).forEach(row -> row[0] = Double.NaN);
      }
    }
    double[] point = new double[s.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = x[k][0];
    }
    return point;
  }

  private void place(double[] y, double[] w) {
    for (int k = 0; k < s.length; k++) {
      double sum = s[k];
      for (int j = 0; j < y.length; j++) {
        sum = Math.fma(y[j], kernel.vectors().get(j)[k], sum);
      }
      for (int j : kernel.others()) {
        sum = Math.fma(w[j], vectors[j][k], sum);
      }
      x[k][0] = sum;
    }
    objective.gradient(x, g, 1);
  }

  private double dot(double[] v) {
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum = Math.fma(v[k], g[k][0], sum);
    }
    return sum;
  }

  private static double norm(double[] y) {
    double sum = 0;
    for (double each : y) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }
}

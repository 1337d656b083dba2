package org.separatrix.optimizers;

import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.TwiceDifferentiable;

/** x'Hx/2 in three dimensions, a strict saddle at the origin. */
final class CoupledQuadratic extends PointObjective implements TwiceDifferentiable {
  static final double[][] H = {{2, 0.7, -0.3}, {0.7, -1, 0.4}, {-0.3, 0.4, 1.5}};

  @Override
  public int dimension() {
    return H.length;
  }

  @Override
  protected double value(double[] x) {
    double[] g = new double[x.length];
    gradient(x, g);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * g[i] / 2;
    }
    return sum;
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    for (int i = 0; i < x.length; i++) {
      g[i] = 0;
      for (int j = 0; j < x.length; j++) {
        g[i] += H[i][j] * x[j];
      }
    }
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    for (int i = 0; i < x.length; i++) {
      System.arraycopy(H[i], 0, h[i], 0, x.length);
    }
  }
}

package org.separatrix.api.objective;

/**
 * An objective whose author thinks in one point at a time. Slower than lanes, by a factor of ten or
 * more for cheap functions, and just as good for expensive ones.
 */
public abstract class PointObjective implements Objective {
  /** For subclasses. */
  protected PointObjective() {}

  /**
   * Evaluates f at one point. Called from several threads at once.
   *
   * @param x the point, length d; not modified
   */
  protected abstract double value(double[] x);

  /**
   * Evaluates the gradient at one point. Called from several threads at once.
   *
   * @param x the point, length d; not modified
   * @param g receives the gradient, length d
   */
  protected abstract void gradient(double[] x, double[] g);

  @Override
  public final void value(double[][] x, double[] f, int lanes) {
    double[] point = new double[dimension()];
    for (int i = 0; i < lanes; i++) {
      gather(x, i, point);
      f[i] = value(point);
    }
  }

  @Override
  public final void gradient(double[][] x, double[][] g, int lanes) {
    double[] point = new double[dimension()];
    double[] gradient = new double[dimension()];
    for (int i = 0; i < lanes; i++) {
      gather(x, i, point);
      gradient(point, gradient);
      for (int k = 0; k < gradient.length; k++) {
        g[k][i] = gradient[k];
      }
    }
  }

  private static void gather(double[][] x, int lane, double[] point) {
    for (int k = 0; k < point.length; k++) {
      point[k] = x[k][lane];
    }
  }
}

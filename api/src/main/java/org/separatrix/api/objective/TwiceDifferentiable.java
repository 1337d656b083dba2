package org.separatrix.api.objective;

/**
 * An objective that gives its own Hessian. For others it is approximated by central differences of
 * the gradient, and every finding that rests on it says "estimated".
 */
public interface TwiceDifferentiable extends Objective {
  /**
   * Evaluates the Hessian at one point.
   *
   * @param x the point, length d; not modified
   * @param h receives the symmetric matrix, {@code d x d}, every entry
   */
  void hessian(double[] x, double[][] h);

  /**
   * Evaluates the Hessian at each lane. What comes out for a lane is what {@link #hessian(double[],
   * double[][])} gives there. By default it evaluates one after the other.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param h receives the symmetric matrices, {@code d x d x lanes}, every entry
   * @param lanes number of points
   */
  default void hessian(double[][] x, double[][][] h, int lanes) {
    double[] point = new double[x.length];
    double[][] matrix = new double[x.length][x.length];
    for (int lane = 0; lane < lanes; lane++) {
      for (int k = 0; k < x.length; k++) {
        point[k] = x[k][lane];
      }
      hessian(point, matrix);
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          h[i][j][lane] = matrix[i][j];
        }
      }
    }
  }
}

package org.separatrix.analysis.linearization;

import java.util.Optional;
import org.separatrix.api.analysis.StepMap;

/**
 * The Jacobian of a step at a state, by central differences with the steps h and h/2, extrapolated;
 * how far the two are apart bounds the error.
 *
 * @param entries by row, m x m; not copied
 * @param error bounds the spectral norm of the error
 */
public record StepJacobian(double[][] entries, double error) {
  /** Rounding of a step, relative to the largest number in it, with room for cancellation. */
  private static final double ROUNDING = 1e-13;

  /**
   * Measures, in 4 m + 1 steps of the map.
   *
   * @param map the step
   * @param state where, m numbers; not modified
   * @param steps the h for each coordinate, m numbers, positive
   * @return empty if something is not finite
   */
  public static Optional<StepJacobian> of(StepMap map, double[] state, double[] steps) {
    int m = state.length;
    double[][] jacobian = new double[m][m];
    double largest = largest(map, state);
    double error = 0;
    for (int column = 0; column < m; column++) {
      double h = steps[column];
      double[] coarse = slope(map, state, column, h);
      double[] fine = slope(map, state, column, h / 2);
      for (int row = 0; row < m; row++) {
        jacobian[row][column] = (4 * fine[row] - coarse[row]) / 3;
        error = Math.hypot(error, fine[row] - coarse[row]);
      }
      error = Math.hypot(error, Math.sqrt(m) * ROUNDING * largest / h);
    }
    return Double.isFinite(error)
        ? Optional.of(new StepJacobian(jacobian, error))
        : Optional.empty();
  }

  private static double[] slope(StepMap map, double[] state, int column, double h) {
    double[] moved = state.clone();
    double[] up = new double[state.length];
    double[] down = new double[state.length];
    moved[column] = state[column] + h;
    double width = moved[column];
    map.apply(moved, up);
    moved[column] = state[column] - h;
    width -= moved[column];
    map.apply(moved, down);
    for (int row = 0; row < up.length; row++) {
      up[row] = (up[row] - down[row]) / width;
    }
    return up;
  }

  private static double largest(StepMap map, double[] state) {
    double[] image = new double[state.length];
    map.apply(state, image);
    double largest = 0;
    for (int k = 0; k < image.length; k++) {
      largest = Math.max(largest, Math.max(Math.abs(image[k]), Math.abs(state[k])));
    }
    return largest;
  }

  /** Returns the number m of rows. */
  public int dimension() {
    return entries.length;
  }

  /** Returns the Frobenius norm. */
  public double norm() {
    double norm = 0;
    for (double[] row : entries) {
      for (double entry : row) {
        norm = Math.hypot(norm, entry);
      }
    }
    return norm;
  }
}

package org.separatrix.analysis.linearization;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.separatrix.api.analysis.StepMap;

/**
 * How positions lie in the states of a method near a point x: a start displaced by y has the state
 * rest + S y, and a state displaced by u the position x + C u.
 *
 * @param rest the state of a run that starts at x, m numbers; not copied
 * @param slice S, a row for each of the m coordinates of a state, m x d; not copied
 * @param reading C, d x m; not copied
 */
record StateSpace(double[] rest, double[][] slice, double[][] reading) {
  /**
   * Measures both by central differences, exact up to rounding where they are linear.
   *
   * @param map the step, which knows its states
   * @param x the point, length d; not modified
   * @param difference the step of the differences
   */
  static StateSpace at(StepMap map, double[] x, double difference) {
    double[] rest = map.lift(x);
    return new StateSpace(
        rest,
        derivative(map::lift, x, rest.length, difference),
        derivative(map::position, rest, x.length, difference));
  }

  private static double[][] derivative(
      UnaryOperator<double[]> function, double[] at, int rows, double difference) {
    double[][] derivative = new double[rows][at.length];
    for (int k = 0; k < at.length; k++) {
      double[] moved = at.clone();
      moved[k] = at[k] + difference;
      double width = moved[k];
      double[] up = function.apply(moved);
      moved[k] = at[k] - difference;
      width -= moved[k];
      double[] down = function.apply(moved);
      for (int i = 0; i < rows; i++) {
        derivative[i][k] = (up[i] - down[i]) / width;
      }
    }
    return derivative;
  }

  /** Returns S y. */
  double[] lifted(double[] y) {
    return times(slice, y);
  }

  /** Returns C u. */
  double[] position(double[] u) {
    return times(reading, u);
  }

  /** Returns S'l, what a row l of the states' space makes of displacements of the start. */
  double[] seenByStarts(double[] l) {
    return transposedTimes(slice, l);
  }

  /** Returns C'w, which reads w'(x - s) off a state. */
  double[] readingAlong(double[] w) {
    return transposedTimes(reading, w);
  }

  /** Returns the Frobenius norm of S. */
  double sliceNorm() {
    return Math.sqrt(
        Arrays.stream(slice).mapToDouble(row -> Arrays.stream(row).map(e -> e * e).sum()).sum());
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] = Math.fma(matrix[i][j], vector[j], product[i]);
      }
    }
    return product;
  }

  static double[] transposedTimes(double[][] matrix, double[] vector) {
    double[] product = new double[matrix[0].length];
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[j] = Math.fma(matrix[i][j], vector[i], product[j]);
      }
    }
    return product;
  }
}

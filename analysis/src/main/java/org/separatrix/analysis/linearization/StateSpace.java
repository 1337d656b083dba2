package org.separatrix.analysis.linearization;

import java.util.Arrays;
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
    double[][] slice = new double[rest.length][x.length];
    double[][] reading = new double[x.length][rest.length];
    for (int k = 0; k < x.length; k++) {
      double[] moved = x.clone();
      moved[k] = x[k] + difference;
      double width = moved[k];
      double[] up = map.lift(moved);
      moved[k] = x[k] - difference;
      width -= moved[k];
      double[] down = map.lift(moved);
      for (int i = 0; i < rest.length; i++) {
        slice[i][k] = (up[i] - down[i]) / width;
      }
    }
    for (int i = 0; i < rest.length; i++) {
      double[] moved = rest.clone();
      moved[i] = rest[i] + difference;
      double width = moved[i];
      double[] up = map.position(moved);
      moved[i] = rest[i] - difference;
      width -= moved[i];
      double[] down = map.position(moved);
      for (int k = 0; k < x.length; k++) {
        reading[k][i] = (up[k] - down[k]) / width;
      }
    }
    return new StateSpace(rest, slice, reading);
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

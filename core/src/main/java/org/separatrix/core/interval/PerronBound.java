package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.quotientUp;
import static org.separatrix.core.interval.DirectedRounding.sumUp;

import java.util.Arrays;
import java.util.List;

/**
 * An upper bound of the eigenvalues of all symmetric matrices A in an interval matrix, without
 * eigenvectors.
 *
 * <p>Let C have the largest diagonal entries and the largest moduli off the diagonal. Then v'A v <=
 * |v|'C |v|, so no eigenvalue of A exceeds the largest one of C, and that is at most max_i (C v)_i
 * / v_i for any v > 0 (Collatz 1942). v = (1, ..., 1) is Gershgorin's theorem, the eigenvector of C
 * (Perron) the best choice; some steps of power iteration approach it. The bound is attained by a
 * matrix of the set if a change of signs of coordinates makes C one, as for tridiagonal matrices.
 */
final class PerronBound {
  private static final int POWER_STEPS = 60;

  /** Relative distance between the bounds that v gives at which it is good enough. */
  private static final double GOOD = 1e-6;

  /** Keeps v positive; relative to its largest component. */
  private static final double SMALLEST_COMPONENT = 1e-60;

  private PerronBound() {}

  /** Returns an interval of all eigenvalues; the matrix is equal to its transposed. */
  static Interval spectrum(IntervalMatrix matrix) {
    if (matrix.isEmpty()) {
      return Interval.EMPTY;
    }
    if (matrix.rows() <= 2) {
      List<Interval> eigenvalues = SymmetricEigenvalues.of(matrix);
      return eigenvalues.get(0).hull(eigenvalues.get(eigenvalues.size() - 1));
    }
    return new Interval(-largestEigenvalue(matrix, -1), largestEigenvalue(matrix, 1));
  }

  /**
   * Returns the bound.
   *
   * @param matrix equal to its transposed, not empty
   * @param sign 1 for the eigenvalues of A, -1 for those of -A
   */
  private static double largestEigenvalue(IntervalMatrix matrix, int sign) {
    int d = matrix.rows();
    double[][] c = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        Interval entry = matrix.get(i, j);
        c[i][j] = i != j ? entry.magnitude() : sign > 0 ? entry.high() : -entry.low();
        if (!(c[i][j] < Double.POSITIVE_INFINITY)) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    double[] ones = new double[d];
    Arrays.fill(ones, 1);
    return Math.min(bound(c, ones), bound(c, eigenvector(c)));
  }

  private static double bound(double[][] c, double[] v) {
    double bound = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < c.length; i++) {
      double others = 0;
      for (int j = 0; j < c.length; j++) {
        others = j == i ? others : sumUp(others, productUp(c[i][j], v[j]));
      }
      bound = Math.max(bound, sumUp(c[i][i], quotientUp(others, v[i])));
    }
    return bound;
  }

  /** Approximates the eigenvector in ordinary arithmetic; any positive vector will do. */
  private static double[] eigenvector(double[][] c) {
    double shift = 0;
    for (int i = 0; i < c.length; i++) {
      shift = Math.max(shift, -c[i][i]);
    }
    double[] v = new double[c.length];
    Arrays.fill(v, 1);
    for (int step = 0; step < POWER_STEPS; step++) {
      double[] image = new double[v.length];
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      double largest = 0;
      for (int i = 0; i < v.length; i++) {
        image[i] = shift * v[i];
        for (int j = 0; j < v.length; j++) {
          image[i] += c[i][j] * v[j];
        }
        least = Math.min(least, image[i] / v[i]);
        most = Math.max(most, image[i] / v[i]);
        largest = Math.max(largest, image[i]);
      }
      if (!(largest > 0) || !(largest < Double.MAX_VALUE) || most - least <= GOOD * most) {
        return v;
      }
      for (int i = 0; i < v.length; i++) {
        v[i] = Math.max(image[i] / largest, SMALLEST_COMPONENT);
      }
    }
    return v;
  }
}

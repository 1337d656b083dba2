package org.separatrix.core.region;

import java.util.List;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.rounding.UpperBounds;

/**
 * Bounds of |M x| / |x| in the Euclidean norm for all real matrices M of an interval matrix, which
 * need not be square or symmetric, with outward rounding.
 *
 * <p>Three bounds from above compete: |M|_F, the norm itself if there is one row or column; Schur's
 * sqrt(|M|_1 |M|_inf), sharp for diagonal matrices; and |mid M| + |rad M|, sharp in the limit of
 * thin ones, where the norm of a number matrix P is sqrt(lambda_max(P'P)), and the radius is
 * bounded by the first two.
 */
final class OperatorNorm {
  private OperatorNorm() {}

  /** Returns a bound from above; infinite if an entry has no bounds. */
  static double upper(IntervalMatrix matrix) {
    return upper(matrix, 0);
  }

  /** Returns a bound from above, and stops at the first one that does not exceed a target. */
  static double upper(IntervalMatrix matrix, double target) {
    if (matrix.isEmpty() || !matrix.isBounded()) {
      return Double.POSITIVE_INFINITY;
    }
    double norm = matrix.frobeniusNorm();
    if (norm > target && matrix.rows() > 1 && matrix.columns() > 1) {
      norm = Math.min(norm, schur(matrix));
      if (norm > target) {
        norm = Math.min(norm, aroundMidpoint(matrix));
      }
    }
    return norm;
  }

  /**
   * Returns a bound from below of x'S x / x'x with the symmetric part S = (M + M')/2 of a square
   * matrix; -infinity if an entry has no bounds.
   */
  static double lowestOfSymmetricPart(IntervalMatrix matrix) {
    int size = matrix.rows();
    Interval[][] mean = new Interval[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        mean[i][j] = matrix.get(i, j).plus(matrix.get(j, i)).times(0.5);
      }
    }
    IntervalMatrix symmetric = IntervalMatrix.of(mean);
    if (symmetric.isEmpty() || !symmetric.isBounded()) {
      return Double.NEGATIVE_INFINITY;
    }
    List<Interval> eigenvalues = symmetric.eigenvalues();
    return Math.max(eigenvalues.get(0).low(), symmetric.gershgorin().low());
  }

  private static double schur(IntervalMatrix matrix) {
    return Interval.point(matrix.infinityNorm())
        .times(matrix.transposed().infinityNorm())
        .sqrt()
        .high();
  }

  private static double aroundMidpoint(IntervalMatrix matrix) {
    double center = root(gram(IntervalMatrix.point(matrix.midpoint())).spectralNorm());
    IntervalMatrix radius = IntervalMatrix.point(matrix.radius());
    return UpperBounds.sum(center, Math.min(radius.frobeniusNorm(), schur(radius)));
  }

  private static IntervalMatrix gram(IntervalMatrix matrix) {
    return matrix.transposed().times(matrix);
  }

  private static double root(double square) {
    return square < Double.POSITIVE_INFINITY
        ? Interval.point(square).sqrt().high()
        : Double.POSITIVE_INFINITY;
  }
}

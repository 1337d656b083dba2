package org.separatrix.core.region;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.UpperBounds;

/**
 * Coordinates z = T xi in which a linearization is nearly normal, with the norm |z|.
 *
 * <p>T is any invertible matrix of doubles. With an approximate inverse R and E = I - T R, |E|_inf
 * = e < 1, the inverse is R (I + E + E^2 + ...), so each of its entries is within |R|_inf e / (1 -
 * e) of that of R.
 *
 * @param transform the matrix T, N x N
 * @param inverse contains the inverse of T
 */
public record LinearCoordinates(IntervalMatrix transform, IntervalMatrix inverse) {
  /** Returns the coordinates xi themselves. */
  static LinearCoordinates cartesian(int size) {
    IntervalMatrix identity = IntervalMatrix.identity(size);
    return new LinearCoordinates(identity, identity);
  }

  /**
   * Prepares coordinates.
   *
   * @param transform the matrix T, N x N; not modified
   * @return nothing if T cannot be inverted with certainty
   */
  static Optional<LinearCoordinates> of(double[][] transform) {
    if (!Arrays.stream(transform).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    double[][] approximate;
    try {
      approximate =
          new LUDecomposition(new Array2DRowRealMatrix(transform, true))
              .getSolver()
              .getInverse()
              .getData();
    } catch (MathRuntimeException singular) {
      return Optional.empty();
    }
    IntervalMatrix t = IntervalMatrix.point(transform);
    IntervalMatrix r = IntervalMatrix.point(approximate);
    double error = IntervalMatrix.identity(transform.length).minus(t.times(r)).infinityNorm();
    if (!(error < 0.5)) {
      return Optional.empty();
    }
    double margin =
        UpperBounds.quotient(
            UpperBounds.product(r.infinityNorm(), error),
            Interval.ONE.minus(Interval.point(error)).low());
    return Optional.of(new LinearCoordinates(t, inflated(r, margin)));
  }

  private static IntervalMatrix inflated(IntervalMatrix matrix, double margin) {
    Interval[][] entries = new Interval[matrix.rows()][matrix.columns()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = matrix.get(i, j).inflated(margin);
      }
    }
    return IntervalMatrix.of(entries);
  }

  /** Returns coordinates with the same matrix and an inverse that was enclosed anew. */
  Optional<LinearCoordinates> recomputed() {
    return of(transform.midpoint()).filter(fresh -> fresh.transform.equals(transform));
  }

  /** Returns N. */
  int size() {
    return transform.rows();
  }

  /** Returns T xi. */
  IntervalVector of(IntervalVector displacement) {
    return transform.times(displacement);
  }

  /** Returns an enclosure of the Euclidean norm of some components of a vector. */
  static Interval norm(IntervalVector z, int from, int to) {
    Interval sum = Interval.ZERO;
    for (int i = from; i < to; i++) {
      sum = sum.plus(z.get(i).squared());
    }
    return sum.sqrt();
  }
}

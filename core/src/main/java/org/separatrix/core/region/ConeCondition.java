package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The two inequalities of a {@link SaddleCone}, for one opening.
 *
 * @param local the map in the cone's coordinates
 * @param rotation Q, m x m
 * @param opening k
 */
record ConeCondition(MapInCoordinates local, IntervalMatrix rotation, double opening) {

  /** Returns the growth a that inequality (1) gives on a box; at most 0 if nothing is known. */
  double growth(IntervalVector positions) {
    return growth(local.over(positions));
  }

  /** Tells whether both hold on a box, for a given a. */
  boolean holds(IntervalVector positions, double growth) {
    IntervalMatrix m = local.over(positions);
    double proven = growth(m);
    if (!(proven >= growth)) {
      return false;
    }
    int u = rotation.rows();
    int size = m.rows();
    if (u == size) {
      return true;
    }
    double least = Interval.point(proven).times(opening).low();
    double driven = OperatorNorm.upper(part(m, u, size, 0, u));
    double target = Math.max(0, (least - driven) / opening);
    double kept = OperatorNorm.upper(part(m, u, size, u, size), target * (1 - 1e-12));
    return Rounding.sum(driven, Rounding.product(opening, kept)) <= least;
  }

  private double growth(IntervalMatrix m) {
    if (m.isEmpty() || !m.isBounded()) {
      return 0;
    }
    int u = rotation.rows();
    double expansion =
        OperatorNorm.lowestOfSymmetricPart(rotation.transposed().times(part(m, 0, u, 0, u)));
    if (!(expansion > 0)) {
      return 0;
    }
    Interval scaled =
        Interval.point(expansion).dividedBy(Interval.point(OperatorNorm.upper(rotation)));
    double mixing = u == m.rows() ? 0 : OperatorNorm.upper(part(m, 0, u, u, m.rows()));
    return scaled.minus(Interval.point(mixing).times(opening)).low();
  }

  private static IntervalMatrix part(IntervalMatrix m, int row, int endRow, int col, int endCol) {
    Interval[][] entries = new Interval[endRow - row][endCol - col];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = m.get(row + i, col + j);
      }
    }
    return IntervalMatrix.of(entries);
  }
}

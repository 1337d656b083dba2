package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.UpperBounds;

/**
 * The two inequalities of a {@link SaddleCone}, for one opening.
 *
 * @param local the map in the cone's coordinates
 * @param rotation Q, m x m
 * @param opening k
 * @param perturbation the same by perturbation of the linearization at the saddle
 */
record ConeCondition(
    MapInCoordinates local,
    IntervalMatrix rotation,
    double opening,
    ConePerturbation perturbation) {

  /** Prepares the inequalities at a saddle. */
  static ConeCondition at(
      IntervalVector saddle, MapInCoordinates local, IntervalMatrix rotation, double opening) {
    IntervalMatrix center = IntervalMatrix.point(local.over(saddle).midpoint());
    double growth = growth(center, rotation, opening);
    double stable = UpperBounds.quotient(stable(center, rotation.rows(), opening, 0), opening);
    return new ConeCondition(
        local, rotation, opening, new ConePerturbation(center, growth, stable, opening));
  }

  /** Returns the growth a that inequality (1) gives on a box; at most 0 if nothing is known. */
  double growth(IntervalVector positions) {
    return growth(local.over(positions), rotation, opening);
  }

  /** Tells whether both hold on a box, for a given a, or what else proves the same. */
  boolean holds(IntervalVector positions, double growth) {
    IntervalMatrix m = local.over(positions);
    double proven = growth(m, rotation, opening);
    if (proven >= growth) {
      double least = Interval.point(proven).times(opening).low();
      if (stable(m, rotation.rows(), opening, least) <= least) {
        return true;
      }
    }
    return perturbation.holds(m, growth);
  }

  private static double growth(IntervalMatrix m, IntervalMatrix rotation, double opening) {
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

  /** Returns a bound of |M_su| + k |M_ss|, not sharper than it takes to be below a target. */
  private static double stable(IntervalMatrix m, int u, double opening, double target) {
    int size = m.rows();
    if (u == size) {
      return 0;
    }
    double driven = OperatorNorm.upper(part(m, u, size, 0, u));
    double enough = Math.max(0, (target - driven) / opening) * (1 - 1e-12);
    double kept = OperatorNorm.upper(part(m, u, size, u, size), enough);
    return UpperBounds.sum(driven, UpperBounds.product(opening, kept));
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

package org.separatrix.core.region;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.UpperBounds;

/**
 * The linearization of a {@link LiftedMap} in coordinates z = T (xi - xi*): T (A + B J C) T^-1 with
 * the Jacobian J of the gradient, as a constant plus left J right so that J occurs once.
 *
 * @param map the map
 * @param coordinates the coordinates
 * @param constant T A T^-1
 * @param left T B
 * @param right C T^-1, which makes positions of z
 */
record MapInCoordinates(
    LiftedMap map,
    LinearCoordinates coordinates,
    IntervalMatrix constant,
    IntervalMatrix left,
    IntervalMatrix right) {

  static MapInCoordinates of(LiftedMap map, LinearCoordinates coordinates) {
    IntervalMatrix t = coordinates.transform();
    IntervalMatrix inverse = coordinates.inverse();
    return new MapInCoordinates(
        map,
        coordinates,
        t.times(map.memory()).times(inverse),
        t.times(map.input()),
        map.output().times(inverse));
  }

  /** Returns the linearization over a box of positions. */
  IntervalMatrix over(IntervalVector positions) {
    IntervalMatrix product = left.times(map.jacobian(positions)).times(right);
    Interval[][] sum = new Interval[constant.rows()][constant.columns()];
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] = constant.get(i, j).plus(product.get(i, j));
      }
    }
    return IntervalMatrix.of(sum);
  }

  /**
   * Returns the positions of the states with |z| <= r: a ball around x*, and a box.
   *
   * @param center contains x*
   * @param radius r
   */
  PositionRegion positions(IntervalVector center, double radius) {
    Interval[] box = new Interval[map.dimension()];
    for (int k = 0; k < box.length; k++) {
      Interval[][] row = new Interval[1][right.columns()];
      for (int j = 0; j < row[0].length; j++) {
        row[0][j] = right.get(k, j);
      }
      double width = IntervalMatrix.of(row).frobeniusNorm();
      box[k] = center.get(k).inflated(UpperBounds.product(radius, width));
    }
    double reach = UpperBounds.product(radius, OperatorNorm.upper(right));
    return new PositionRegion(center, reach, IntervalVector.of(box));
  }
}

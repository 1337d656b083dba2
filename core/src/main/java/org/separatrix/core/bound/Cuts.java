package org.separatrix.core.bound;

import java.util.List;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/** Across which coordinate a box is best divided; {@link Maximand#NONE} if it is a point. */
final class Cuts {
  private Cuts() {}

  /** Returns the coordinate that was divided least often. */
  static int widest(IntervalVector box, IntervalVector root, int[] coordinates) {
    int widest = Maximand.NONE;
    double most = 0;
    for (int k : coordinates) {
      double share = box.get(k).width() / root.get(k).width();
      if (share > most) {
        most = share;
        widest = k;
      }
    }
    return widest;
  }

  /**
   * Returns the coordinate along which a matrix changes most.
   *
   * @param slopes its derivatives by the coordinates
   */
  static int steepest(IntervalVector box, int[] coordinates, List<IntervalMatrix> slopes) {
    int steepest = Maximand.NONE;
    double most = 0;
    for (int n = 0; n < coordinates.length; n++) {
      double change = slopes.get(n).infinityNorm() * box.get(coordinates[n]).width();
      if (change > most) {
        most = change;
        steepest = coordinates[n];
      }
    }
    return steepest;
  }
}

package org.separatrix.core.bound;

import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Climbs from a point to a larger value by moves along one coordinate at a time, whose lengths are
 * halved when none helps (compass search; Kolda, Lewis and Torczon, SIAM Review 45, 2003). The
 * first moves are as long as the box, so that maxima at its faces are found at once.
 */
final class CompassSearch {
  private static final double SHORTEST = 0x1p-14;
  private static final int EVALUATIONS_PER_COORDINATE = 120;

  /** Number of evaluations times d^3, which an evaluation may take. */
  private static final double MOST_WORK = 3e7;

  private final Maximand function;
  private final IntervalVector box;
  private final double[] point;
  private double lower;
  private int evaluations;

  /**
   * Prepares a search.
   *
   * @param function what to maximise
   * @param box where
   * @param start a point of the box; not modified
   * @param lower a lower bound of the value there
   */
  CompassSearch(Maximand function, IntervalVector box, double[] start, double lower) {
    this.function = function;
    this.box = box;
    this.lower = lower;
    point = start.clone();
  }

  /** Climbs. */
  void run() {
    int[] coordinates = function.coordinates();
    double n = coordinates.length;
    double most = Math.min(EVALUATIONS_PER_COORDINATE * n, MOST_WORK / (n * n * n));
    for (double step = 1; step >= SHORTEST; step /= 2) {
      boolean improves = true;
      while (improves && evaluations < most) {
        improves = false;
        for (int k : coordinates) {
          improves |= move(k, step) || move(k, -step);
        }
      }
    }
  }

  /** Returns the point reached, of the box. */
  double[] point() {
    return point;
  }

  /** Returns a lower bound of the value there. */
  double lower() {
    return lower;
  }

  private boolean move(int k, double step) {
    Interval range = box.get(k);
    double before = point[k];
    double moved = before + step * (range.high() - range.low());
    point[k] = Math.max(range.low(), Math.min(range.high(), moved));
    if (point[k] != before) {
      evaluations++;
      double value = function.lowerAt(point);
      if (value > lower) {
        lower = value;
        return true;
      }
      point[k] = before;
    }
    return false;
  }
}

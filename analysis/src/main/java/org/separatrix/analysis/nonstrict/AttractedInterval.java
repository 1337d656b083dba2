package org.separatrix.analysis.nonstrict;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;

/**
 * The starts of one coordinate that go to a degenerate point from one side: between it and its next
 * preimage under T(y) = y - alpha f'(y), or the next critical point if that comes first. T maps
 * this interval into itself and moves all of it towards the point.
 *
 * @param coordinate which one, from 0
 * @param low lower end
 * @param high upper end
 */
record AttractedInterval(int coordinate, double low, double high) {
  private static final int GRID = 20_000;
  private static final int SAMPLES = 2000;
  private static final int STEPS = 3000;

  /** How far the ends are looked for, relative to the domain's diameter. */
  private static final double REACH = 20;

  boolean contains(double y) {
    return y > low && y < high;
  }

  /**
   * Looks for the interval.
   *
   * @param cell the objective and the starts
   * @param point the degenerate point
   * @param coordinate the kernel's
   * @param alpha the step
   * @param laboratory gives starts
   * @return empty if f grows on both sides or on none, if T does not map the interval into itself,
   *     or if starts beyond it enter it later
   */
  static Optional<AttractedInterval> find(
      CellResult cell, CriticalPoint point, int coordinate, double alpha, Laboratory laboratory) {
    double s = point.x()[coordinate];
    double reach = REACH * cell.problem().domain().diameter();
    Objective objective = cell.problem().objective();
    double[][] x = new double[point.dimension()][1];
    double[][] g = new double[point.dimension()][1];
    DoubleUnaryOperator map =
        y -> {
          for (int k = 0; k < x.length; k++) {
            x[k][0] = k == coordinate ? y : point.x()[k];
          }
          objective.gradient(x, g, 1);
          return Math.fma(-alpha, g[coordinate][0], y);
        };
    double above = end(map, s, reach / GRID);
    double below = end(map, s, -reach / GRID);
    if (Double.isNaN(above) == Double.isNaN(below)) {
      return Optional.empty();
    }
    AttractedInterval interval =
        Double.isNaN(above)
            ? new AttractedInterval(coordinate, below, s)
            : new AttractedInterval(coordinate, s, above);
    RandomGenerator random = laboratory.random("attracted-interval/" + cell.id());
    return interval.isInvariant(map) && interval.isAll(map, cell, random)
        ? Optional.of(interval)
        : Optional.empty();
  }

  /** Returns the end on one side; NaN if T moves away from the point there. */
  private static double end(DoubleUnaryOperator map, double s, double step) {
    double side = Math.signum(step);
    if (!(side * (map.applyAsDouble(s + step / 8) - s) < Math.abs(step) / 8)) {
      return Double.NaN;
    }
    double inside = s + step / 8;
    for (int i = 1; i <= GRID; i++) {
      double outside = s + i * step;
      if (!moves(map, s, side, outside)) {
        for (int j = 0; j < 200; j++) {
          double middle = 0.5 * (inside + outside);
          if (moves(map, s, side, middle)) {
            inside = middle;
          } else {
            outside = middle;
          }
        }
        return inside;
      }
      inside = outside;
    }
    return side * Double.POSITIVE_INFINITY;
  }

  /** Tells whether T brings y nearer to s without passing it. */
  private static boolean moves(DoubleUnaryOperator map, double s, double side, double y) {
    double image = side * (map.applyAsDouble(y) - s);
    return image > 0 && image < side * (y - s);
  }

  private boolean isInvariant(DoubleUnaryOperator map) {
    double a = Math.max(low, -1e6);
    double b = Math.min(high, 1e6);
    for (int i = 1; i < SAMPLES; i++) {
      if (!contains(map.applyAsDouble(a + (b - a) * i / SAMPLES))) {
        return false;
      }
    }
    return true;
  }

  private boolean isAll(DoubleUnaryOperator map, CellResult cell, RandomGenerator random) {
    double[] start = new double[cell.problem().dimension()];
    for (int i = 0; i < SAMPLES; i++) {
      cell.start().draw(random, i, start);
      double y = start[coordinate];
      for (int k = 0; k < STEPS && !contains(y) && Math.abs(y) < 1e9; k++) {
        double next = map.applyAsDouble(y);
        if (contains(next)) {
          return false;
        }
        if (next == y) {
          break;
        }
        y = next;
      }
    }
    return true;
  }
}

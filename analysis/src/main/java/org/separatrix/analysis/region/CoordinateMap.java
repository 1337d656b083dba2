package org.separatrix.analysis.region;

import org.separatrix.api.objective.Problem;

/**
 * The map T(y) = y - alpha f_k(y) of one coordinate, the others being held, and the starts that it
 * keeps bounded.
 */
final class CoordinateMap {
  private static final int GRID = 2000;
  private static final double FAR = 1e6;

  /**
   * log k moves in the last quarter of its steps by 0.7095 of what it moves in the quarter before.
   */
  private static final double UNABATED = 0.7;

  /** Number of bounded starts that are followed to see whether they settle. */
  private static final int FOLLOWED = 9;

  private final Problem problem;
  private final int coordinate;
  private final double alpha;
  private final double[][] x;
  private final double[][] g;

  CoordinateMap(Problem problem, int coordinate, double alpha) {
    this.problem = problem;
    this.coordinate = coordinate;
    this.alpha = alpha;
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    x = new double[low.length][1];
    g = new double[low.length][1];
    for (int k = 0; k < low.length; k++) {
      x[k][0] = 0.5 * (low[k] + high[k]);
    }
  }

  double apply(double y) {
    x[coordinate][0] = y;
    problem.objective().gradient(x, g, 1);
    return Math.fma(-alpha, g[coordinate][0], y);
  }

  /** Tells whether a start passes a bound far out within some steps. */
  boolean diverges(double start, double far, int steps) {
    double y = start;
    for (int k = 0; k < steps; k++) {
      if (!(Math.abs(y) <= far)) {
        return true;
      }
      double next = apply(y);
      if (next == y) {
        return false;
      }
      y = next;
    }
    return !(Math.abs(y) <= far);
  }

  /**
   * Tells whether a start has passed a bound and moves on outwards, so little slowed down that it
   * may go to infinity: as log k does, or faster.
   */
  boolean drifts(double start, double near, int steps) {
    double y = start;
    for (int k = 0; k < steps / 2; k++) {
      y = apply(y);
    }
    double atHalf = y;
    double atThreeQuarters = y;
    double direction = Math.signum(apply(y) - y);
    for (int k = steps / 2; k < steps; k++) {
      double next = apply(y);
      if (!(direction * (next - y) > 0)) {
        return false;
      }
      y = next;
      atThreeQuarters = k < 3 * (steps / 4) ? y : atThreeQuarters;
    }
    return direction * y > near
        && Math.abs(y - atThreeQuarters) >= UNABATED * Math.abs(atThreeQuarters - atHalf);
  }

  /**
   * Looks for the interval of bounded starts.
   *
   * @param low lower end of what is of interest
   * @param high upper end
   * @param steps steps by which a start must have diverged
   */
  Bounded bounded(double low, double high, int steps) {
    double near = Math.max(reach(), Math.max(Math.abs(low), Math.abs(high)));
    double far = FAR * near;
    int first = -1;
    int last = -1;
    int count = 0;
    for (int i = 0; i <= GRID; i++) {
      if (!diverges(grid(low, high, i), far, steps)) {
        first = first < 0 ? i : first;
        last = i;
        count++;
      }
    }
    if (count == 0) {
      return new Bounded(Double.NaN, Double.NaN, far, true, 0, true);
    }
    double a =
        first == 0
            ? Double.NEGATIVE_INFINITY
            : end(grid(low, high, first), grid(low, high, first - 1), far, steps);
    double b =
        last == GRID
            ? Double.POSITIVE_INFINITY
            : end(grid(low, high, last), grid(low, high, last + 1), far, steps);
    double residual = Math.max(residual(a, a, b), residual(b, a, b)) / (high - low);
    boolean isInterval = count == last - first + 1;
    boolean settles = true;
    for (int n = 0; n < FOLLOWED; n++) {
      int i = first + (last - first) * n / (FOLLOWED - 1);
      settles &= !drifts(grid(low, high, i), near, steps);
    }
    return new Bounded(a, b, far, isInterval, residual, settles);
  }

  /** Starts in a small part of the domain may go anywhere in it, which is not to diverge. */
  private double reach() {
    double low = problem.domain().low()[coordinate];
    double high = problem.domain().high()[coordinate];
    return Math.max(Math.abs(low), Math.abs(high));
  }

  private static double grid(double low, double high, int i) {
    // Off the middle by an irrational part, so that no point is special.
    return low + (high - low) * (i + 0.38196601) / (GRID + 1);
  }

  private double end(double bounded, double diverging, double far, int steps) {
    double inside = bounded;
    double outside = diverging;
    for (int i = 0; i < 200; i++) {
      double middle = 0.5 * (inside + outside);
      if (middle == inside || middle == outside) {
        break;
      }
      if (diverges(middle, far, steps)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return inside;
  }

  /** Returns how far the image of an end is from an end. */
  private double residual(double end, double a, double b) {
    if (Double.isInfinite(end)) {
      return 0;
    }
    double image = apply(end);
    return Math.min(Math.abs(image - a), Math.abs(image - b));
  }

  /**
   * The bounded starts of a coordinate.
   *
   * @param low lower end, infinite if there is none in the range; NaN if no start is bounded
   * @param high upper end
   * @param far distance that counts as infinite
   * @param isInterval whether they are an interval, as far as a grid shows
   * @param residual distance of the images of the ends from the ends, relative to the range
   * @param settles whether none of those that were followed may still go to infinity
   */
  record Bounded(
      double low, double high, double far, boolean isInterval, double residual, boolean settles) {
    boolean contains(double y) {
      return y >= low && y <= high;
    }
  }
}

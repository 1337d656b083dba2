package org.separatrix.analysis.geometry;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.analysis.StepMap;

/**
 * Finds where a line of starts crosses the stable manifold of a saddle with one unstable direction,
 * by bisection between starts that leave to one side and to the other. Nothing but the method's
 * steps is used.
 */
final class SideBisection {
  private static final int MOST_HALVINGS = 200;
  private static final int MOST_STEPS = 100_000;

  /** An interval that is smaller than an error by this factor adds little to it. */
  private static final double SMALL = 64;

  private static final double WIDENING = 16;

  private final StepMap map;
  private final double[] saddle;
  private final double[] unstable;
  private final double exit;

  /**
   * Prepares the bisection.
   *
   * @param map the method's step
   * @param saddle the saddle, d coordinates; not modified
   * @param unstable unit eigenvector of the negative eigenvalue; not modified
   * @param exit distance along it at which a run has left
   */
  SideBisection(StepMap map, double[] saddle, double[] unstable, double exit) {
    this.map = map;
    this.saddle = saddle;
    this.unstable = unstable;
    this.exit = exit;
  }

  /**
   * The place of the crossing.
   *
   * @param offset along the unstable direction
   * @param width of the interval that holds it
   */
  record Place(double offset, double width) {}

  /**
   * Finds the crossing between base - w u and base + w u, and looks first where it is expected,
   * which saves most of the runs. What is found does not rest on that: the ends of the interval
   * leave to different sides.
   *
   * @param base a position, d coordinates; not modified
   * @param halfWidth w
   * @param expected offset of the crossing
   * @param error of what is expected, above 0
   * @return empty if the two ends leave to one side, or do not leave; an interval that is small
   *     beside the error, if not for rounding
   */
  Optional<Place> along(double[] base, double halfWidth, double expected, double error) {
    int below = side(base, -halfWidth);
    if (below == 0 || side(base, halfWidth) != -below) {
      return Optional.empty();
    }
    Bracket bracket = new Bracket(base, below, -halfWidth, halfWidth);
    bracket.narrow(expected, error);
    return Optional.of(bracket.halved(error / SMALL));
  }

  /** An interval whose ends leave to different sides. */
  private final class Bracket {
    private final double[] base;
    private final int below;
    private double low;
    private double high;

    Bracket(double[] base, int below, double low, double high) {
      this.base = base;
      this.below = below;
      this.low = low;
      this.high = high;
    }

    /** Cuts at an offset in the interval. */
    private void cut(double offset) {
      int side = side(base, offset);
      if (side == 0) {
        low = offset;
        high = offset;
      } else if (side == below) {
        low = offset;
      } else {
        high = offset;
      }
    }

    private boolean contains(double offset) {
      return low < offset && offset < high;
    }

    /** Cuts on both sides of what is expected, ever farther away until that is between the cuts. */
    void narrow(double expected, double error) {
      for (double reach = error; low < high; reach *= WIDENING) {
        double left = expected - reach;
        double right = expected + reach;
        boolean isWide = !contains(left) && !contains(right);
        if (contains(left)) {
          cut(left);
        }
        if (contains(right)) {
          cut(right);
        }
        if (isWide || (low >= left && high <= right)) {
          return;
        }
      }
    }

    /** Halves the interval until it is no wider than asked for, or cannot be halved. */
    Place halved(double width) {
      double middle = (low + high) / 2;
      for (int i = 0; i < MOST_HALVINGS && high - low > width && contains(middle); i++) {
        cut(middle);
        middle = (low + high) / 2;
      }
      return new Place(middle, high - low);
    }
  }

  /** Returns the sign of the side to which a run leaves, 0 if it does not. */
  private int side(double[] base, double offset) {
    double[] start = base.clone();
    for (int k = 0; k < start.length; k++) {
      start[k] += offset * unstable[k];
    }
    double[] state = map.lift(start);
    double[] next = new double[state.length];
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] x = map.position(state);
      double component = 0;
      for (int k = 0; k < x.length; k++) {
        component += (x[k] - saddle[k]) * unstable[k];
      }
      if (!(Math.abs(component) <= exit)) {
        return Double.isNaN(component) ? 0 : (int) Math.signum(component);
      }
      map.apply(state, next);
      if (Arrays.equals(state, next)) {
        return 0;
      }
      double[] swap = state;
      state = next;
      next = swap;
    }
    return 0;
  }
}

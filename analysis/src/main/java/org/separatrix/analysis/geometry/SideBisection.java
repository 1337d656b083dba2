package org.separatrix.analysis.geometry;

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
   * Bisects between base - w u and base + w u.
   *
   * @param base a position, d coordinates; not modified
   * @param halfWidth w
   * @return empty if the two ends leave to one side, or do not leave
   */
  Optional<Place> along(double[] base, double halfWidth) {
    double low = -halfWidth;
    double high = halfWidth;
    int below = side(base, low);
    if (below == 0 || side(base, high) != -below) {
      return Optional.empty();
    }
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      int side = side(base, middle);
      if (side == 0) {
        return Optional.of(new Place(middle, 0));
      }
      if (side == below) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Optional.of(new Place((low + high) / 2, high - low));
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
      double[] swap = state;
      state = next;
      next = swap;
    }
    return 0;
  }
}

package org.separatrix.core.census;

import java.util.OptionalInt;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * The Brouwer degree of a gradient on an interval or a rectangle, with proof: how often its values
 * on the boundary wind around 0. If all critical points inside are nondegenerate it is the sum of
 * (-1)^index over them.
 *
 * <p>A rectangle's boundary is cut into segments on each of which one component of the gradient has
 * a certain sign, so that its values lie in one of four open half-planes. Those of successive
 * segments have a value in common, so they are the same or next to each other, and the quarter
 * turns between them add up to the winding number.
 */
public final class GradientDegree {
  private static final int DEEPEST = 30;
  private static final int MOST_SEGMENTS = 200_000;
  private static final int UNKNOWN = -1;

  private final IntervalExtension function;
  private int first = UNKNOWN;
  private int last = UNKNOWN;
  private int quarters;
  private int segments;

  private GradientDegree(IntervalExtension function) {
    this.function = function;
  }

  /**
   * Determines the degree.
   *
   * @param function whose gradient
   * @param box where, bounded
   * @return nothing in more than two dimensions, or if a zero on the boundary, or an undefined
   *     value, cannot be excluded
   */
  public static OptionalInt of(IntervalExtension function, IntervalVector box) {
    return switch (function.dimension()) {
      case 1 -> onInterval(function, box.get(0));
      case 2 -> new GradientDegree(function).around(box);
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt onInterval(IntervalExtension function, Interval interval) {
    int left = sign(function.gradient(IntervalVector.point(interval.low())), 0);
    int right = sign(function.gradient(IntervalVector.point(interval.high())), 0);
    return left == 0 || right == 0 ? OptionalInt.empty() : OptionalInt.of((right - left) / 2);
  }

  private OptionalInt around(IntervalVector box) {
    Interval x = box.get(0);
    Interval y = box.get(1);
    boolean known =
        along(box.with(1, Interval.point(y.low())), 0, true, 0)
            && along(box.with(0, Interval.point(x.high())), 1, true, 0)
            && along(box.with(1, Interval.point(y.high())), 0, false, 0)
            && along(box.with(0, Interval.point(x.low())), 1, false, 0);
    if (!known) {
      return OptionalInt.empty();
    }
    turnTo(first);
    return OptionalInt.of(quarters / 4);
  }

  /** Follows a segment in a coordinate, upwards or downwards; tells whether it could. */
  private boolean along(IntervalVector segment, int axis, boolean upwards, int depth) {
    if (++segments > MOST_SEGMENTS) {
      return false;
    }
    int halfPlane = halfPlane(segment);
    if (halfPlane != UNKNOWN) {
      turnTo(halfPlane);
      return true;
    }
    if (depth == DEEPEST) {
      return false;
    }
    Interval component = segment.get(axis);
    double middle = component.midpoint();
    IntervalVector lower = segment.with(axis, new Interval(component.low(), middle));
    IntervalVector upper = segment.with(axis, new Interval(middle, component.high()));
    return along(upwards ? lower : upper, axis, upwards, depth + 1)
        && along(upwards ? upper : lower, axis, upwards, depth + 1);
  }

  private void turnTo(int halfPlane) {
    if (first == UNKNOWN) {
      first = halfPlane;
    } else {
      // 0, 1 or 3; opposite half-planes have no value in common.
      int turn = (halfPlane - last) & 3;
      quarters += turn == 3 ? -1 : turn;
    }
    last = halfPlane;
  }

  /** Returns k if all values lie within less than a quarter turn of the direction k pi/2. */
  private int halfPlane(IntervalVector segment) {
    int natural = halfPlane(function.gradient(segment));
    return natural == UNKNOWN ? halfPlane(function.meanValueGradient(segment)) : natural;
  }

  private static int halfPlane(Enclosure<IntervalVector> gradient) {
    for (int k = 0; k < 2; k++) {
      int sign = sign(gradient, k);
      if (sign != 0) {
        return sign > 0 ? k : k + 2;
      }
    }
    return UNKNOWN;
  }

  private static int sign(Enclosure<IntervalVector> gradient, int k) {
    Interval component = gradient.range().get(k);
    if (!gradient.isDefinedEverywhere() || component.contains(0)) {
      return 0;
    }
    return component.low() > 0 ? 1 : -1;
  }
}

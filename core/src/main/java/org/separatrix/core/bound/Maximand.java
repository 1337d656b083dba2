package org.separatrix.core.bound;

import java.util.Optional;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/** A real function on a box, to be maximised: what {@link BranchAndBound} asks of it. */
interface Maximand {
  /** Stands for no coordinate: dividing the box would not improve its bound. */
  int NONE = -1;

  /**
   * Encloses the value at a point, empty if it is not certainly defined there.
   *
   * @param x a point of the box, length d; not modified
   */
  Interval at(double[] x);

  /**
   * Returns a lower bound of the value at a point, NaN if it is not certainly defined there.
   *
   * @param x a point of the box, length d; not modified
   */
  default double lowerAt(double[] x) {
    Interval value = at(x);
    return value.isEmpty() ? Double.NaN : value.low();
  }

  /**
   * Bounds the values on a part of the box from above.
   *
   * @param box the part, d components
   * @param sufficient a bound up to this needs no further effort
   */
  Bound over(IntervalVector box, double sufficient);

  /** Returns the coordinates that a search for large values should move. */
  int[] coordinates();

  /**
   * A bound on a box.
   *
   * @param upper the function does not exceed it, if defined; infinity if there is no bound
   * @param isDefinedEverywhere whether the function is certainly defined at all points of the box;
   *     if not, the upper bound is infinite
   * @param cut the coordinate across which the box is best divided, or {@link #NONE}
   * @param candidate a point of the box whose value exceeds what is sufficient, if one is known
   *     besides the midpoint
   */
  record Bound(double upper, boolean isDefinedEverywhere, int cut, Optional<double[]> candidate) {
    Bound(double upper, boolean isDefinedEverywhere, int cut) {
      this(upper, isDefinedEverywhere, cut, Optional.empty());
    }

    static Bound undefined(int cut) {
      return new Bound(Double.POSITIVE_INFINITY, false, cut);
    }
  }
}

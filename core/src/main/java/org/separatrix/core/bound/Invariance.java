package org.separatrix.core.bound;

import org.separatrix.core.interval.IntervalVector;

/** Whether a method maps a box of states into itself. */
public sealed interface Invariance {
  /** Returns how many boxes were examined. */
  long boxes();

  /**
   * Every state of the box has its image in the box: proven.
   *
   * @param holdsForComputedStep whether that is also proven for the step in double arithmetic, with
   *     the gradient's program; if not, it is for exact arithmetic
   * @param boxes number of boxes examined
   */
  record Proven(boolean holdsForComputedStep, long boxes) implements Invariance {}

  /**
   * A state of the box has its image outside: proven, for exact arithmetic.
   *
   * @param state the state, vector after vector, n d numbers; copied
   * @param image an enclosure of its image, n d components, with no point in common with the box
   * @param coordinate the number of the component that leaves, from 0
   * @param boxes number of boxes examined
   */
  record Leaves(double[] state, IntervalVector image, int coordinate, long boxes)
      implements Invariance {
    /** Copies the state. */
    public Leaves {
      state = state.clone();
    }

    @Override
    public double[] state() {
      return state.clone();
    }
  }

  /**
   * Neither was found.
   *
   * @param isDefinedEverywhere whether the step was certainly defined wherever it was examined; if
   *     not, more effort will not help
   * @param boxes number of boxes examined
   */
  record Undecided(boolean isDefinedEverywhere, long boxes) implements Invariance {}
}

package org.separatrix.core.engine;

import org.separatrix.api.analysis.Termination;

/** The lanes of a block whose runs are done at a step, ascending. */
final class Ends {
  private final int[] lanes;
  private final Termination[] reasons;
  private final double[] gradientNorms;
  private int count;

  Ends(int capacity) {
    lanes = new int[capacity];
    reasons = new Termination[capacity];
    gradientNorms = new double[capacity];
  }

  void clear() {
    count = 0;
  }

  void add(int lane, Termination reason, double gradientNorm) {
    lanes[count] = lane;
    reasons[count] = reason;
    gradientNorms[count++] = gradientNorm;
  }

  int count() {
    return count;
  }

  /** Returns the lanes, of which the first {@link #count} count. */
  int[] lanes() {
    return lanes;
  }

  /** Returns why each is done. */
  Termination[] reasons() {
    return reasons;
  }

  /** Returns the norm of the gradient at the end of each. */
  double[] gradientNorms() {
    return gradientNorms;
  }
}

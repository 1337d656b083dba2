package org.separatrix.core.bound;

/** When a search for the maximum may stop. */
interface Goal {
  /**
   * Returns the upper bound that is low enough; boxes at or below it are not divided.
   *
   * @param lower value that is certainly reached, -infinity at first
   * @param reachable largest upper bound of a value at a point, below which no box that contains it
   *     can be bounded, -infinity at first
   */
  double sufficient(double lower, double reachable);

  /** Tells whether a value that is certainly reached settles the matter. */
  default boolean isSettledBy(double lower) {
    return false;
  }

  /**
   * Asks for upper - lower <= gap max(|lower|, floor).
   *
   * @param gap relative gap
   * @param floor smaller magnitudes count as this one, at least 0
   */
  record RelativeGap(double gap, double floor) implements Goal {
    @Override
    public double sufficient(double lower, double reachable) {
      // Half of the gap above what no division can undercut.
      return Math.max(lower + tolerance(lower), reachable + tolerance(reachable) / 2);
    }

    private double tolerance(double value) {
      return Double.isInfinite(value) ? 0 : gap * Math.max(Math.abs(value), floor);
    }
  }

  /**
   * Asks whether a threshold is exceeded; as long as possible, whether a lower one is.
   *
   * @param strict the lower threshold, to be proven unless it is certainly exceeded
   * @param threshold the threshold, at least the strict one
   */
  record Threshold(double strict, double threshold) implements Goal {
    @Override
    public double sufficient(double lower, double reachable) {
      return lower > strict ? threshold : strict;
    }

    @Override
    public boolean isSettledBy(double lower) {
      return lower > threshold;
    }
  }
}

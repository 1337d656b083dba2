package org.separatrix.core.engine;

import java.util.Arrays;

/** Counts the steps that the runs in the lanes of a block have taken. */
final class StepCount {
  /** Clock times at which runs entered, earlier by the steps that they took alone. */
  private final double[] entry;

  /** Number of steps that the block has taken. */
  private long clock;

  /** A clock time at which no run entered earlier. */
  private long earliest;

  /**
   * Begins to count.
   *
   * @param entry where it keeps a number for each lane; when runs change lanes, theirs is to be
   *     moved with them
   */
  StepCount(double[] entry) {
    this.entry = entry;
  }

  /** Runs enter that have taken no steps, the first of them in the given lane. */
  void enter(int first, int lanes) {
    Arrays.fill(entry, first, lanes, (double) clock);
    earliest = first == 0 ? clock : Math.min(earliest, clock);
  }

  /**
   * Makes runs as they were some steps ago.
   *
   * @param other has counted their steps; not modified
   * @param which their lanes there
   * @param count how many
   * @param ago how many steps ago
   * @param first the first of their lanes here
   */
  void takeIn(StepCount other, int[] which, int count, int ago, int first) {
    long later = clock - (other.clock - ago);
    for (int n = 0; n < count; n++) {
      entry[first + n] = other.entry[which[n]] + (double) later;
    }
    earliest = Math.min(earliest, other.earliest + later);
  }

  /** Counts steps that every lane has taken. */
  void advance(int steps) {
    clock += steps;
  }

  /**
   * Counts steps that lanes have taken alone.
   *
   * @param taken number of steps of each lane, none if it is negative; not modified
   * @param most a bound of them
   * @param lanes number of lanes
   */
  void advance(double[] taken, int most, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      entry[lane] -= Math.max(0, taken[lane]);
    }
    earliest -= most;
  }

  /** Returns the number of steps that the run in a lane has taken. */
  long of(int lane) {
    return clock - (long) entry[lane];
  }

  /** Tells whether some run may have taken so many steps; if not, none has. */
  boolean mayReach(long steps, int lanes) {
    if (clock - earliest < steps) {
      return false;
    }
    earliest = clock;
    for (int lane = 0; lane < lanes; lane++) {
      earliest = Math.min(earliest, (long) entry[lane]);
    }
    return clock - earliest >= steps;
  }
}

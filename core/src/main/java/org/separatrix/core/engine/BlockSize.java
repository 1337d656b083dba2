package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Optimizer;

/** How large blocks and their arrays are, which is a matter of speed alone. */
final class BlockSize {
  /** Three quarters of a first-level cache of today. */
  private static final int FIRST_LEVEL = 24 * 1024;

  /** As much as half of a second-level cache of today. */
  private static final int SECOND_LEVEL = 512 * 1024;

  private static final int FEWEST_LANES = 64;
  private static final int MOST_LANES = 1024;

  /** A loop over fewer lanes spends much of its time on beginning and ending. */
  private static final int MANY_LANES = 512;

  /**
   * Not near a multiple of 512, since arrays that are a page apart get in each other's way; loops
   * with a sine were a fifth slower from 640 on.
   */
  private static final int LANES_BEYOND_FIRST_LEVEL = 576;

  private BlockSize() {}

  /**
   * Returns how many lanes to move at once, a multiple of 64 or the next multiple of the
   * objective's group of lanes: as many as fit into the first-level cache with a method's state, up
   * to 1024; but if these are few, as many as the second-level cache holds, up to 576.
   */
  static int lanes(Experiment experiment) {
    int dimension = experiment.objective().dimension();
    Optimizer optimizer = experiment.optimizer();
    long vectors = 2L + optimizer.memory();
    long bytesPerLane = Double.BYTES * (vectors * dimension + optimizer.scalars() + 1);
    long near = Math.min(MOST_LANES, fitting(FIRST_LEVEL, bytesPerLane));
    long lanes =
        near >= MANY_LANES
            ? near
            : Math.min(LANES_BEYOND_FIRST_LEVEL, fitting(SECOND_LEVEL, bytesPerLane));
    int group = experiment.objective().laneGroup();
    return (int) ((lanes + group - 1) / group * group);
  }

  private static long fitting(int bytes, long bytesPerLane) {
    return Math.max(FEWEST_LANES, bytes / bytesPerLane / FEWEST_LANES * FEWEST_LANES);
  }

  /**
   * Returns the least length that is 6 modulo 8. With its header of 16 bytes an array then fills
   * whole cache lines, so that arrays made one after the other are aligned alike.
   */
  static int paddedLength(int capacity) {
    return (capacity + 1) / 8 * 8 + 6;
  }
}

package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Optimizer;

/** How large blocks and their arrays are, which is a matter of speed alone. */
final class BlockSize {
  /** What a loop works on should fill no more than three quarters of the first-level cache. */
  private static final int BYTES = 24 * 1024;

  private static final int FEWEST_LANES = 64;
  private static final int MOST_LANES = 1024;

  private BlockSize() {}

  /**
   * Returns how many lanes of a method's state fit into the first-level cache, a multiple of 64
   * between 64 and 1024, or the next multiple of the objective's group of lanes.
   */
  static int lanes(Experiment experiment) {
    int dimension = experiment.objective().dimension();
    Optimizer optimizer = experiment.optimizer();
    long vectors = 2L + optimizer.memory();
    long bytesPerLane = Double.BYTES * (vectors * dimension + optimizer.scalars() + 1);
    long lanes = BYTES / bytesPerLane / FEWEST_LANES * FEWEST_LANES;
    long fitting = Math.max(FEWEST_LANES, Math.min(MOST_LANES, lanes));
    int group = experiment.objective().laneGroup();
    return (int) ((fitting + group - 1) / group * group);
  }

  /**
   * Returns the least length that is 6 modulo 8. With its header of 16 bytes an array then fills
   * whole cache lines, so that arrays made one after the other are aligned alike.
   */
  static int paddedLength(int capacity) {
    return (capacity + 1) / 8 * 8 + 6;
  }
}

package org.separatrix.runner.study;

import org.separatrix.api.plugin.Doc;

/**
 * Which trajectories are kept.
 *
 * @param count the first so many runs of each cell
 * @param every each position whose step is a multiple of this, and the last one
 */
@Doc("Which trajectories are kept in trajectories.parquet.")
public record KeptTrajectories(
    @Doc(
            value = "The first so many runs of each cell; 0 for none.",
            unit = "runs",
            defaultValue = "0",
            example = "100")
        long count,
    @Doc(
            value = "Each position whose step is a multiple of this, and the last one.",
            unit = "steps",
            defaultValue = "1",
            example = "10")
        long every) {
  /** Checks the ranges. */
  public KeptTrajectories {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ": it must be at least 0");
    }
    if (every < 1) {
      throw new IllegalArgumentException("every is " + every + ": it must be at least 1");
    }
  }
}

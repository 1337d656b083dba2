package org.separatrix.runner.study;

import org.separatrix.api.plugin.Doc;

/** Which runs of a cell have a row in its file of runs. */
public sealed interface KeptRuns {
  /**
   * Returns the distance between runs that have a row: those whose number is a multiple of it.
   *
   * @param runs number of runs of the cell
   * @return the distance, 0 if no run has a row
   */
  long stride(long runs);

  /** Every run, or no run. */
  enum Whole implements KeptRuns {
    /** Every run. */
    ALL,
    /** No run. */
    NONE;

    @Override
    public long stride(long runs) {
      return this == ALL ? 1 : 0;
    }
  }

  /**
   * Some runs.
   *
   * @param sample how many at most
   */
  @Doc("Every m-th run, so that they are at most so many.")
  record Sample(@Doc(value = "How many runs at most.", unit = "runs", example = "1000") long sample)
      implements KeptRuns {
    /** Checks the number. */
    public Sample {
      if (sample < 1) {
        throw new IllegalArgumentException(
            "sample is " + sample + ": it must be at least 1; to keep no runs, say runs: none");
      }
    }

    @Override
    public long stride(long runs) {
      return 1 + (runs - 1) / sample;
    }
  }
}

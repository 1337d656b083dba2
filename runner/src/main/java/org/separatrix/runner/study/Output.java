package org.separatrix.runner.study;

import org.separatrix.api.plugin.Doc;

/**
 * What a study leaves behind besides its summary.
 *
 * @param runs how many runs of each cell {@code runs.csv} shows at most
 */
@Doc("What is written besides the summary.")
public record Output(
    @Doc(
            value =
                "How many runs of each cell runs.csv shows at most: all of them, or every m-th; 0"
                    + " for no runs.csv.",
            unit = "runs",
            defaultValue = "10000",
            example = "0")
        long runs) {

  /** Checks the number. */
  public Output {
    if (runs < 0) {
      throw new IllegalArgumentException("runs is " + runs + ": it must be at least 0");
    }
  }
}

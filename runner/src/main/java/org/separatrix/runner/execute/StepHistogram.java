package org.separatrix.runner.execute;

import java.util.Map;
import java.util.TreeMap;
import org.separatrix.api.analysis.CellResult;

/** How many runs took how many steps. */
final class StepHistogram {
  private final TreeMap<Long, Long> runsBySteps = new TreeMap<>();
  private long runs;
  private double sum;

  void add(long steps) {
    runsBySteps.merge(steps, 1L, Long::sum);
    runs++;
    sum += steps;
  }

  CellResult.Steps summary() {
    if (runs == 0) {
      return new CellResult.Steps(0, 0, 0, 0);
    }
    return new CellResult.Steps(
        sum / runs, quantile(0.5), quantile(0.9), (double) runsBySteps.lastKey());
  }

  /** Returns the smallest number of steps that at least this share of the runs did not exceed. */
  private double quantile(double share) {
    long needed = (long) Math.ceil(share * runs);
    long seen = 0;
    for (Map.Entry<Long, Long> entry : runsBySteps.entrySet()) {
      seen += entry.getValue();
      if (seen >= needed) {
        return entry.getKey();
      }
    }
    throw new AssertionError("no runs");
  }
}

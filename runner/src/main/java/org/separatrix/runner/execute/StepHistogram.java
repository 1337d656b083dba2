package org.separatrix.runner.execute;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.separatrix.api.analysis.CellResult;

/** How many runs took how many steps. */
final class StepHistogram {
  /** Numbers of steps below this are counted in an array. */
  private static final int FEW = 1 << 20;

  private final TreeMap<Long, Long> runsByMany = new TreeMap<>();
  private long[] runsByFew = new long[1024];
  private long runs;
  private double sum;
  private long most;

  void add(long steps) {
    if (steps < FEW) {
      if (steps >= runsByFew.length) {
        runsByFew = Arrays.copyOf(runsByFew, (int) Math.min(FEW, 2 * steps));
      }
      runsByFew[(int) steps]++;
    } else {
      runsByMany.merge(steps, 1L, Long::sum);
    }
    runs++;
    sum += steps;
    most = Math.max(most, steps);
  }

  CellResult.Steps summary() {
    if (runs == 0) {
      return new CellResult.Steps(0, 0, 0, 0);
    }
    return new CellResult.Steps(sum / runs, quantile(0.5), quantile(0.9), (double) most);
  }

  /** Returns the smallest number of steps that at least this share of the runs did not exceed. */
  private double quantile(double share) {
    long needed = (long) Math.ceil(share * runs);
    long seen = 0;
    for (int steps = 0; steps < runsByFew.length; steps++) {
      seen += runsByFew[steps];
      if (seen >= needed) {
        return steps;
      }
    }
    for (Map.Entry<Long, Long> entry : runsByMany.entrySet()) {
      seen += entry.getValue();
      if (seen >= needed) {
        return entry.getKey();
      }
    }
    throw new AssertionError("no runs");
  }
}

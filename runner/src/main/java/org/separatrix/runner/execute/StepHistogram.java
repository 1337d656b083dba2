package org.separatrix.runner.execute;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.separatrix.api.analysis.CellResult;

/** How many runs took how many steps. */
public final class StepHistogram {
  /** Numbers of steps below this are counted in an array. */
  private static final int FEW = 1 << 20;

  private final TreeMap<Long, Long> runsByMany = new TreeMap<>();
  private long[] runsByFew = new long[1024];
  private long runs;
  private long sum;
  private long most;

  /**
   * Adds runs that took equally many steps.
   *
   * @param steps how many each took, at least 0
   * @param count number of runs
   */
  public void add(long steps, long count) {
    if (steps < FEW) {
      if (steps >= runsByFew.length) {
        runsByFew = Arrays.copyOf(runsByFew, (int) Math.min(FEW, 2 * steps));
      }
      runsByFew[(int) steps] += count;
    } else {
      runsByMany.merge(steps, count, Long::sum);
    }
    runs += count;
    sum += steps * count;
    most = Math.max(most, steps);
  }

  /** Adds runs, one for each number of steps. */
  void addAll(long[] steps) {
    for (long each : steps) {
      add(each, 1);
    }
  }

  /** Returns the number of runs by their number of steps, ascending. */
  SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> counts = new TreeMap<>(runsByMany);
    for (int steps = 0; steps < runsByFew.length; steps++) {
      if (runsByFew[steps] > 0) {
        counts.put((long) steps, runsByFew[steps]);
      }
    }
    return counts;
  }

  /** Returns the number of steps of all runs together. */
  public long sum() {
    return sum;
  }

  /** Returns mean, quantiles and maximum; zeros if there are no runs. */
  public CellResult.Steps summary() {
    if (runs == 0) {
      return new CellResult.Steps(0, 0, 0, 0);
    }
    return new CellResult.Steps((double) sum / runs, quantile(0.5), quantile(0.9), (double) most);
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

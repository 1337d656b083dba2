package org.separatrix.core.engine;

import java.util.List;

/** Notes when runs first reach targets. Looks at every position before the stop rule does. */
final class HitRecorder {
  private final Experiment experiment;
  private final List<Target> targets;
  private final boolean needsValue;
  private final long first;
  private final Hits hits;
  private final int[] open;
  private final long[] spentGradients;
  private final long[] spentValues;
  private final double[] value;
  private long gradientsBefore;
  private long valuesBefore;
  private long positions;

  HitRecorder(Experiment experiment, List<Target> targets, long first, int count, int capacity) {
    this.experiment = experiment;
    this.targets = targets;
    this.first = first;
    int size = targets.size();
    needsValue = targets.stream().anyMatch(Target::needsValue);
    hits = new Hits(new long[size][count], new long[size][count], new boolean[size][count]);
    open = new int[count];
    spentGradients = new long[count];
    spentValues = new long[count];
    value = new double[BlockSize.paddedLength(capacity)];
  }

  /**
   * Looks at the runs of a block, whose gradients belong to their positions; a run that has reached
   * all targets is told to stop.
   */
  void look(Block block, CountingOracle oracle) {
    positions += block.lanes();
    if (needsValue) {
      // Asked of the objective, not of the oracle: looking on costs the method nothing.
      experiment.objective().value(block.position(), value, block.lanes());
    }
    boolean alone = block.capacity() == 1;
    for (int lane = 0; lane < block.lanes(); lane++) {
      int run = (int) (block.run(lane) - first);
      if (block.steps(lane) == 0) {
        open[run] = targets.size();
        gradientsBefore = oracle.gradients() - 1;
        valuesBefore = oracle.values();
      }
      spentGradients[run] = alone ? oracle.gradients() - gradientsBefore : block.steps(lane) + 1;
      spentValues[run] = alone ? oracle.values() - valuesBefore : 0;
      note(block, lane, run);
      if (open[run] == 0) {
        block.stop(lane);
      }
    }
  }

  private void note(Block block, int lane, int run) {
    for (int t = 0; t < targets.size(); t++) {
      if (!hits.reached()[t][run]
          && targets.get(t).isReached(block.position(), block.gradient(), value, lane)) {
        hits.reached()[t][run] = true;
        hits.gradients()[t][run] = spentGradients[run];
        hits.values()[t][run] = spentValues[run];
        open[run]--;
      }
    }
  }

  /** Tells whether the method has asked for more than the gradient at each position. */
  boolean hasMissed(CountingOracle oracle) {
    return oracle.values() > 0 || oracle.gradients() > positions;
  }

  /** Returns the outcome, when all runs have ended. */
  Hits hits() {
    for (int t = 0; t < targets.size(); t++) {
      for (int run = 0; run < open.length; run++) {
        if (!hits.reached()[t][run]) {
          hits.gradients()[t][run] = spentGradients[run];
          hits.values()[t][run] = spentValues[run];
        }
      }
    }
    return hits;
  }
}

package org.separatrix.core.engine;

import java.util.Arrays;
import org.separatrix.core.random.RandomStreams;

/** Draws the starts of consecutive runs into the free lanes of a block. */
final class Starts {
  private final Experiment experiment;
  private final Outcomes outcomes;
  private final double[] point;
  private final long end;
  private long next;

  Starts(Experiment experiment, Outcomes outcomes, long first, int count) {
    this.experiment = experiment;
    this.outcomes = outcomes;
    point = new double[experiment.objective().dimension()];
    next = first;
    end = Math.addExact(first, count);
  }

  /** Tells whether runs have not been started yet. */
  boolean remain() {
    return next < end;
  }

  /** Starts runs until the block is full or all have been started. */
  void fill(Block block) {
    while (next < end && !block.isFull()) {
      Arrays.fill(point, 0);
      experiment.starts().draw(RandomStreams.start(experiment.key(), next), next, point);
      outcomes.started(next, point);
      int lane = block.add(next, 0);
      for (int k = 0; k < point.length; k++) {
        block.position()[k][lane] = point[k];
      }
      experiment.optimizer().start(block, lane);
      next++;
    }
  }
}

package org.separatrix.core.engine;

import java.util.Arrays;
import org.separatrix.core.random.NumberedStreams;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.start.LaneStarts;

/** Draws the starts of consecutive runs into the free lanes of a block. */
final class Starts {
  private final Experiment experiment;
  private final Outcomes outcomes;
  private final long key;
  private final double[] point;
  private final NumberedStreams streams = new NumberedStreams();
  private final long end;
  private final boolean hasState;
  private long next;

  Starts(Experiment experiment, Outcomes outcomes, long first, int count) {
    this.experiment = experiment;
    this.outcomes = outcomes;
    key = RandomStreams.startsKey(experiment.key());
    point = new double[experiment.objective().dimension()];
    next = first;
    hasState = experiment.optimizer().memory() + experiment.optimizer().scalars() > 0;
    end = Math.addExact(first, count);
  }

  /** Tells whether runs have not been started yet. */
  boolean remain() {
    return next < end;
  }

  /** Starts runs until the block is full or all have been started. */
  void fill(Block block) {
    int count = (int) Math.min(end - next, block.capacity() - block.lanes());
    if (count == 0) {
      return;
    }
    int first = block.lanes();
    double[][] position = block.position();
    if (experiment.starts() instanceof LaneStarts starts) {
      streams.begin(key, next, count);
      starts.drawAll(streams, position, first);
    } else {
      draw(position, first, count);
    }
    block.add(next, count);
    outcomes.started(next, count, position, first);
    if (hasState) {
      for (int n = 0; n < count; n++) {
        experiment.optimizer().start(block, first + n);
        if (experiment.starts() instanceof StartsWithMemory starts) {
          starts.setMemory(next + n, block, first + n);
        }
      }
    }
    next += count;
  }

  private void draw(double[][] position, int first, int count) {
    for (int n = 0; n < count; n++) {
      // What a plugin does not set shall not be what it set for another run.
      Arrays.fill(point, 0);
      experiment.starts().draw(RandomStreams.numbered(key, next + n), next + n, point);
      for (int k = 0; k < point.length; k++) {
        position[k][first + n] = point[k];
      }
    }
  }
}

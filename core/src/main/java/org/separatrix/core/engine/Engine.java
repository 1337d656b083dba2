package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.core.random.RandomStreams;

/**
 * Moves runs of an experiment from start to end, on the calling thread.
 *
 * <p>The loop: new runs fill the block's free lanes; the gradient is evaluated at every lane; runs
 * that are done leave the block; the method takes one step with those that remain. So the method
 * and the oracle see only runs that go on, and a run's path, its step count and its evaluations do
 * not depend on the lanes beside it.
 */
public final class Engine {
  private final Experiment experiment;
  private final Block block;
  private final StopTest test;
  private final CountingOracle oracle;
  private final Outcomes outcomes;
  private final double[] point;
  private final int[] done;
  private final int capacity;
  private final long endOfRuns;
  private long nextRun;

  private Engine(Experiment experiment, long first, int count, int capacity) {
    this.experiment = experiment;
    this.capacity = capacity;
    int dimension = experiment.objective().dimension();
    block = new Block(dimension, experiment.optimizer(), capacity, experiment.key());
    test = new StopTest(experiment.stop(), capacity);
    oracle = new CountingOracle(experiment.objective());
    outcomes = new Outcomes(dimension, first, count);
    point = new double[dimension];
    done = new int[capacity];
    nextRun = first;
    endOfRuns = Math.addExact(first, count);
  }

  /**
   * Runs some runs of an experiment.
   *
   * @param experiment what to run
   * @param first number of the first run, at least 0
   * @param count how many, at least 0
   * @return the runs first ... first + count - 1
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public static Runs run(Experiment experiment, long first, int count) {
    int dimension = experiment.objective().dimension();
    return run(experiment, first, count, Block.lanesInCache(dimension, experiment.optimizer()));
  }

  /** Runs in a block of a given number of lanes, on which the result does not depend. */
  static Runs run(Experiment experiment, long first, int count, int lanes) {
    int capacity = Math.max(1, Math.min(lanes, count));
    return new Engine(experiment, first, count, capacity).run();
  }

  private Runs run() {
    fill();
    while (block.lanes() > 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      oracle.gradient(block.position(), block.gradient(), block.lanes());
      retire();
      if (block.lanes() > 0) {
        experiment.optimizer().step(block, oracle);
        block.advance();
      }
      fill();
    }
    return outcomes.runs(experiment.objective(), capacity, oracle);
  }

  private void fill() {
    while (block.lanes() < capacity && nextRun < endOfRuns) {
      Arrays.fill(point, 0);
      experiment.starts().draw(RandomStreams.start(experiment.key(), nextRun), nextRun, point);
      outcomes.started(nextRun, point);
      int lane = block.add(nextRun);
      for (int k = 0; k < point.length; k++) {
        block.position()[k][lane] = point[k];
      }
      experiment.optimizer().start(block, lane);
      nextRun++;
    }
  }

  private void retire() {
    test.screen(block);
    int count = 0;
    int lane = test.suspect(0, block);
    while (lane >= 0) {
      Termination reason = test.test(block, lane);
      if (reason != null) {
        outcomes.ended(block, lane, reason);
        done[count++] = lane;
      }
      lane = test.suspect(lane + 1, block);
    }
    // From the highest lane down, so that the one that moves into a gap is never done itself.
    for (int i = count - 1; i >= 0; i--) {
      block.remove(done[i]);
    }
    block.clearStopped();
  }
}

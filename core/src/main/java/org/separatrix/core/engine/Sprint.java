package org.separatrix.core.engine;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Moves runs for as long as it is certain that none of them is done, and hands each over to the
 * {@link Stepwise} loop shortly before its end.
 *
 * <p>All lanes take a window of steps. Where a condition may have held for a lane at any of them,
 * it is put back to where the window began and handed over. So the rule is applied to the letter,
 * at each step, and the results are those of the stepwise loop.
 */
final class Sprint {
  static final int WINDOW = 16;

  /** The block is filled up when no more than this part of its lanes is in use. */
  private static final int REFILL = 4;

  private final Experiment experiment;
  private final StepLoops loops;
  private final Optional<CalmRegion> region;
  private final Block block;
  private final Watch watch;
  private final Stepwise finish;
  private final Starts starts;
  private final double[][] before;
  private final int[] leaving;

  /** Whether every lane is known to stay in the calm region for a window. */
  private boolean calm;

  Sprint(
      Experiment experiment,
      StepLoops loops,
      Optional<CalmRegion> region,
      Outcomes outcomes,
      Starts starts,
      int capacity) {
    this.experiment = experiment;
    this.loops = loops;
    this.region = region;
    this.starts = starts;
    block = Block.of(experiment, capacity);
    watch = new Watch(experiment.stop(), capacity);
    finish = new Stepwise(experiment, outcomes, capacity);
    before = new double[block.vectors().length][BlockSize.paddedLength(capacity)];
    leaving = new int[capacity];
  }

  /** Moves all runs to their ends. */
  void run() {
    while (starts.remain() || block.lanes() > 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      if (starts.remain() && block.lanes() <= block.capacity() / REFILL) {
        starts.fill(block);
        calm = false;
      }
      keepBefore();
      boolean budgetEnds = block.mayHaveTaken(experiment.stop().maxSteps() - WINDOW + 1);
      if (calm && !budgetEnds) {
        moveCalmly(region.orElseThrow());
      } else {
        moveWatched(budgetEnds);
      }
    }
    finish(0);
  }

  private void keepBefore() {
    double[][] vectors = block.vectors();
    for (int v = 0; v < vectors.length; v++) {
      System.arraycopy(vectors[v], 0, before[v], 0, block.lanes());
    }
  }

  private void moveCalmly(CalmRegion where) {
    int lanes = block.lanes();
    loops.measure(block, watch, WINDOW);
    calm = watch.isCalm(block, where);
    handOver(watch.notAbove(where.quiet(), lanes, leaving));
  }

  private void moveWatched(boolean budgetEnds) {
    int lanes = block.lanes();
    watch.clear(lanes);
    if (budgetEnds) {
      markSpent();
    }
    loops.watch(block, watch, WINDOW);
    handOver(watch.overdue(lanes, leaving));
    if (region.isPresent() && block.lanes() > 0) {
      experiment.objective().gradient(block.position(), block.gradient(), block.lanes());
      watch.measure(block);
      calm = watch.isCalm(block, region.get());
    }
  }

  private void markSpent() {
    for (int lane = 0; lane < block.lanes(); lane++) {
      if (block.steps(lane) + WINDOW > experiment.stop().maxSteps()) {
        watch.mark(lane);
      }
    }
  }

  /** Hands lanes over as they were before the window. */
  private void handOver(int count) {
    if (count == 0) {
      return;
    }
    if (finish.block().lanes() + count > finish.block().capacity()) {
      finish(finish.block().capacity() - count);
    }
    finish.block().takeIn(block, leaving, count, before, WINDOW);
    block.remove(leaving, count);
  }

  /** Steps on until at most so many runs are left. */
  private void finish(int lanes) {
    while (finish.block().lanes() > lanes) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      finish.step();
    }
  }
}

package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.separatrix.api.analysis.StopRule;

/**
 * Moves runs in generated loops for as long as it is certain that none of them is done, and hands
 * each over to the {@link Stepwise} loop shortly before its end.
 *
 * <p>All lanes take a window of steps. A lane's mark tells whether a condition may have held at any
 * of them, with a margin; such a lane is put back to where the window began and handed over. So the
 * rule is applied to the letter, at each step, and the results are those of the stepwise loop.
 */
final class Sprint {
  private static final int WINDOW = 16;

  /** The block is filled up when no more than this part of its lanes is in use. */
  private static final int REFILL = 4;

  private static final double MARGIN = 1.0 / 64;

  private final Experiment experiment;
  private final StepLoops loops;
  private final Block block;
  private final Stepwise finish;
  private final Starts starts;
  private final double[][] before;
  private final Watch watch;
  private final double[] marks;
  private final double[] overdue;
  private final double[] zeros;
  private final double threshold;
  private final double floor;
  private final double reach;

  Sprint(Experiment experiment, StepLoops loops, Outcomes outcomes, Starts starts, int capacity) {
    this.experiment = experiment;
    this.loops = loops;
    this.starts = starts;
    block = Block.of(experiment, capacity);
    finish = new Stepwise(experiment, outcomes, capacity);
    int length = Block.paddedLength(capacity);
    before = new double[block.vectors().length][length];
    watch = new Watch(capacity);
    marks = new double[length];
    overdue = new double[length];
    zeros = new double[length];
    StopTest.Bounds bounds = StopTest.bounds(experiment.stop());
    threshold = threshold(bounds);
    floor = -bounds.low() * (1 + MARGIN);
    reach = reach(bounds);
  }

  /** Tells whether the marks can tell everything that the rule asks for. */
  static boolean suits(StopRule stop) {
    return stop.region().isEmpty() && reach(StopTest.bounds(stop)) >= Double.MIN_NORMAL;
  }

  private static double threshold(StopTest.Bounds bounds) {
    return bounds.low() == 0 ? 1 : bounds.low() * MARGIN;
  }

  private static double reach(StopTest.Bounds bounds) {
    return 2 * threshold(bounds) / bounds.high();
  }

  /** Moves all runs to their ends. */
  void run() {
    while (starts.remain() || block.lanes() > 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      if (block.lanes() <= block.capacity() / REFILL) {
        starts.fill(block);
      }
      moveWindow();
    }
    finish(0);
  }

  private void moveWindow() {
    int lanes = block.lanes();
    double[][] vectors = block.vectors();
    for (int v = 0; v < vectors.length; v++) {
      System.arraycopy(vectors[v], 0, before[v], 0, lanes);
    }
    Arrays.fill(marks, 0, lanes, 0);
    if (block.mayHaveTaken(experiment.stop().maxSteps() - WINDOW + 1)) {
      markSpent();
    }
    loops.watch(block, watch, marks, floor, reach, WINDOW);
    flag(marks, threshold, overdue, lanes);
    if (Arrays.mismatch(overdue, 0, lanes, zeros, 0, lanes) >= 0) {
      for (int lane = lastOverdue(lanes); lane >= 0; lane = lastOverdue(lane)) {
        handOver(lane);
      }
    }
  }

  private void markSpent() {
    for (int lane = 0; lane < block.lanes(); lane++) {
      if (block.steps(lane) + WINDOW > experiment.stop().maxSteps()) {
        marks[lane] = Double.NaN;
      }
    }
  }

  /** Sets what is zero where a mark is at most the threshold, and not where it is not a number. */
  private static void flag(double[] marks, double threshold, double[] overdue, int lanes) {
    for (int i = 0; i < lanes; i++) {
      overdue[i] = Math.abs(threshold - marks[i]) - (threshold - marks[i]);
    }
  }

  /** Returns the highest flagged lane below another, or -1: from there the last can move in. */
  private int lastOverdue(int below) {
    for (int lane = below - 1; lane >= 0; lane--) {
      if (!(overdue[lane] == 0)) {
        return lane;
      }
    }
    return -1;
  }

  private void handOver(int lane) {
    if (finish.block().isFull()) {
      finish(finish.block().capacity() / 2);
    }
    int to = finish.block().add(block.run(lane), block.steps(lane) - WINDOW);
    double[][] vectors = finish.block().vectors();
    for (int v = 0; v < vectors.length; v++) {
      vectors[v][to] = before[v][lane];
    }
    block.remove(lane);
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

package org.separatrix.core.engine;

import java.util.Optional;
import org.separatrix.core.task.Interruption;

/**
 * Moves runs for as long as it is certain that none of them is done, and hands each over to the
 * {@link Finish} shortly before its end.
 *
 * <p>All lanes take a window of steps. Where a condition may have held for a lane at any of them,
 * the lane is handed over as it was before the window, which is then taken once more, with a look
 * at each step. Thus the rule is applied to the letter, at each step, and the results are those of
 * the stepwise loop.
 */
final class Sprint {
  /** Length of a window that is watched, and of the longest that may be taken twice. */
  static final int WINDOW = 16;

  /** The block is filled up when no more than this part of its lanes is in use. */
  private static final int REFILL = 8;

  private final Experiment experiment;
  private final StepLoops loops;
  private final ContractionBalls balls;
  private final Pace pace;
  private final Block block;
  private final Watch watch;
  private final Gauge gauge;
  private final Finish finish;
  private final Starts starts;
  private final double[][] before;
  private final double[] outside;
  private final double[] scratch;
  private final int[] leaving;

  /** Whether all runs are in balls that they cannot leave. */
  private boolean areInBalls;

  Sprint(
      Experiment experiment,
      TimelyLoops.Prepared prepared,
      Outcomes outcomes,
      Starts starts,
      int capacity) {
    this.experiment = experiment;
    loops = prepared.loops();
    balls = prepared.calm().balls();
    pace = new Pace(prepared.calm());
    this.starts = starts;
    block = Block.of(experiment, capacity);
    watch = new Watch(experiment.stop(), loops.method(), block.marks());
    gauge = new Gauge(block.marks());
    finish = new Finish(experiment, loops.halting(), outcomes, capacity);
    LaneArrays arrays = new LaneArrays(block.vectors().length + 2, capacity);
    before = arrays.next(block.vectors().length);
    outside = arrays.next();
    scratch = arrays.next();
    leaving = new int[capacity];
  }

  /** Moves all runs to their ends. */
  void run() {
    while (starts.remain() || block.lanes() > 0) {
      Interruption.check();
      if (starts.remain() && block.lanes() <= block.capacity() / REFILL) {
        starts.fill(block);
        pace.refilled();
        areInBalls = false;
      }
      if (mayEndWithin(WINDOW)) {
        handOver(spent(), block.vectors(), 0, false);
      }
      if (block.lanes() > 0) {
        move();
      }
    }
    finish.complete();
  }

  private void move() {
    Optional<CalmRegion> calm = pace.next(block, gauge);
    if (calm.isEmpty() || mayEndWithin(calm.get().steps())) {
      moveWatched();
    } else if (calm.get().hasNoEnds()) {
      loops.measure(block, gauge, calm.get().steps());
    } else {
      moveCalmly(calm.get());
    }
  }

  /** Tells whether the budget of some run may end within a window. */
  private boolean mayEndWithin(int steps) {
    return block.mayHaveTaken(experiment.stop().maxSteps() - steps + 1);
  }

  private void keepBefore() {
    LaneArrays.copy(block.vectors(), before, block.lanes());
  }

  private void moveCalmly(CalmRegion region) {
    int lanes = block.lanes();
    keepBefore();
    loops.measure(block, gauge, region.steps());
    double least = gauge.least(lanes);
    int suspects = least > region.quiet() ? 0 : suspects(region, lanes);
    if (suspects == 0) {
      pace.succeeded(region, least);
    } else if (region.steps() > WINDOW) {
      LaneArrays.copy(before, block.vectors(), lanes);
      block.advance(-region.steps());
      pace.failed();
    } else {
      handOver(suspects, before, region.steps(), region.isInvariant());
      pace.ended();
    }
  }

  /** Finds the lanes that may have ended in a calm window, and returns how many. */
  private int suspects(CalmRegion region, int lanes) {
    areInBalls = areInBalls || balls.contain(before, lanes, outside, scratch);
    return areInBalls
        ? gauge.notAbove(region.quietInBall(), lanes, leaving)
        : gauge.notAbove(region.quietInBall(), region.quiet(), outside, lanes, leaving);
  }

  private void moveWatched() {
    keepBefore();
    watch.begin(block);
    loops.watch(block, watch, WINDOW);
    pace.watched();
    handOver(watch.overdue(block, leaving), before, WINDOW, false);
    if (pace.wantsMeasure() && block.lanes() > 0) {
      experiment.objective().gradient(block.position(), block.gradient(), block.lanes());
      gauge.measure(block);
      pace.measured(gauge.least(block.lanes()));
    }
  }

  /** Finds the runs whose budget ends within a window, and returns how many. */
  private int spent() {
    int count = 0;
    for (int lane = 0; lane < block.lanes(); lane++) {
      if (block.steps(lane) + WINDOW > experiment.stop().maxSteps()) {
        leaving[count++] = lane;
      }
    }
    return count;
  }

  /** Hands the leaving lanes over as they were some steps ago. */
  private void handOver(int count, double[][] then, int ago, boolean cannotLeave) {
    if (count > 0) {
      finish.takeIn(block, then, ago, leaving, count, cannotLeave);
      block.removeBetweenSteps(leaving, count);
    }
  }
}

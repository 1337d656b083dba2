package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.Optional;

/**
 * Brings runs to their ends that have come near them.
 *
 * <p>They wait until they are many. Then generated code moves each to the first step at which a
 * stop condition may hold, where it nearly always does, and the {@link Stepwise} loop takes over.
 */
final class Finish {
  /** Windows have a multiple of so many steps. */
  private static final int UNIT = 8;

  private static final int SHORTEST = 2 * UNIT;
  private static final int LONGEST = 8 * UNIT;

  /** A window is too short if more than this part of the runs do not halt in it. */
  private static final int FEW = 16;

  private final Optional<Halting> loops;
  private final Threshold low;
  private final Threshold high;
  private final long maxSteps;
  private final Stepwise stepwise;
  private final Block block;
  private final double[][] before;

  /** Number of steps that each has been moved on; the marks of the block. */
  private final double[] taken;

  private final double[] least;

  /** Number of steps that runs are moved on before the stepwise loop looks at them. */
  private int window = SHORTEST;

  /** Whether all runs are in a box that they cannot leave. */
  private boolean isInside;

  Finish(Experiment experiment, Optional<Halting> loops, Outcomes outcomes, int capacity) {
    this.loops = loops;
    StopTest.Bounds bounds = StopTest.bounds(experiment.stop());
    low = Threshold.at(bounds.low());
    high = Threshold.at(bounds.high());
    maxSteps = experiment.stop().maxSteps();
    stepwise = new Stepwise(experiment, outcomes, capacity);
    block = stepwise.block();
    taken = block.marks();
    LaneArrays arrays = new LaneArrays(block.vectors().length + 1, capacity);
    before = arrays.next(block.vectors().length);
    least = arrays.next();
  }

  /**
   * Takes in runs of a block as they were some steps ago.
   *
   * @param source the block; not modified
   * @param then its vectors at that time
   * @param ago how many steps ago
   * @param lanes their lanes there
   * @param count how many
   * @param cannotLeave whether they are in a box that they cannot leave
   */
  void takeIn(Block source, double[][] then, int ago, int[] lanes, int count, boolean cannotLeave) {
    if (block.lanes() + count > block.capacity()) {
      runDownTo(block.capacity() - count);
    }
    int first = block.lanes();
    isInside = cannotLeave && (first == 0 || isInside);
    block.takeIn(source, lanes, count, ago);
    for (int v = 0; v < then.length; v++) {
      double[] vector = then[v];
      double[] target = block.vectors()[v];
      for (int n = 0; n < count; n++) {
        target[first + n] = vector[lanes[n]];
      }
    }
  }

  /** Brings all runs to their ends. */
  void complete() {
    runDownTo(0);
  }

  private void runDownTo(int lanes) {
    while (block.lanes() > lanes) {
      boolean stepsMuch = loops.isEmpty() || 2 * moveOn(loops.get()) < block.lanes();
      for (int n = stepsMuch ? SHORTEST : 1; n > 0 && block.lanes() > lanes; n--) {
        stepwise.step();
      }
    }
  }

  /** Moves all to where they halt, at most a window, and tells with how many that was possible. */
  private int moveOn(Halting halting) {
    HaltingLoop loop = isInside ? halting.inside() : halting.anywhere();
    int lanes = block.lanes();
    boolean mayBeSpent = block.mayHaveTaken(maxSteps - window + 1);
    int steps = mayBeSpent ? allowed() : window;
    Arrays.fill(taken, 0, lanes, 0);
    LaneArrays.copy(block.vectors(), before, lanes);
    for (int step = 0; step < steps; step++) {
      loop.run(block.position(), block.memory(), taken, low, high, lanes);
    }
    Arrays.fill(least, 0, lanes, Double.MAX_VALUE);
    for (double[] vector : block.vectors()) {
      keepLeast(vector, least, lanes);
    }
    int moved = lanes;
    int late = 0;
    double most = 0;
    for (int lane = 0; lane < lanes; lane++) {
      // A lane with a zero or what is not a number may not be as it was when it halted; nor may one
      // be moved beyond its budget.
      if (!(least[lane] > 0) || (mayBeSpent && block.steps(lane) + steps > maxSteps)) {
        restore(lane);
        moved--;
      }
      most = Math.max(most, taken[lane]);
      late += taken[lane] == steps ? 1 : 0;
    }
    block.advance(taken, steps);
    choose(late * FEW > lanes ? steps + UNIT : (int) most);
    return moved;
  }

  /** Makes the next window as long as the last should have been. */
  private void choose(int steps) {
    int whole = (steps + UNIT - 1) / UNIT * UNIT;
    window = Math.max(SHORTEST, Math.min(whole, LONGEST));
  }

  /** Returns the most steps, within the window, that the budget of some run allows. */
  private int allowed() {
    long most = 0;
    for (int lane = 0; lane < block.lanes(); lane++) {
      most = Math.max(most, maxSteps - block.steps(lane));
    }
    return (int) Math.min(window, most);
  }

  private static void keepLeast(double[] vector, double[] least, int lanes) {
    for (int i = 0; i < lanes; i++) {
      least[i] = Math.min(least[i], Math.abs(vector[i]));
    }
  }

  private void restore(int lane) {
    for (int v = 0; v < before.length; v++) {
      block.vectors()[v][lane] = before[v][lane];
    }
    taken[lane] = 0;
  }
}

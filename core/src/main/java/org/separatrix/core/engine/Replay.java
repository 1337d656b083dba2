package org.separatrix.core.engine;

/**
 * Takes a window of steps once more with a few lanes, one step at a time, and finds the first step
 * before which a stop condition may have held for each. That is the place from which the {@link
 * Stepwise} loop takes over, and there it nearly always holds.
 */
final class Replay {
  private final StepLoops loops;
  private final Watch watch;
  private final long maxSteps;
  private final Block block;

  /** The vectors before each step, {@code window x vectors x lanes}. */
  private final double[][][] states;

  /** The marks of each step alone, {@code window x lanes}. */
  private final double[][] marks;

  /** The lanes here of those that were found. */
  private final int[] column;

  private final int[] first;
  private final int[] ago;

  Replay(Experiment experiment, StepLoops loops, int window, int capacity) {
    this.loops = loops;
    maxSteps = experiment.stop().maxSteps();
    watch = new Watch(experiment.stop(), capacity);
    block = Block.of(experiment, capacity);
    int length = BlockSize.paddedLength(capacity);
    states = new double[window][block.vectors().length][length];
    marks = new double[window][length];
    column = new int[capacity];
    first = new int[capacity];
    ago = new int[capacity];
  }

  /**
   * Finds the lanes for which a condition may have held in the window that a block has just taken.
   *
   * @param source the block; not modified
   * @param before its vectors before the window
   * @param steps length of the window
   * @param suspects lanes, ascending; only those found remain
   * @param count how many suspects
   * @return how many remain
   */
  int find(Block source, double[][] before, int steps, int[] suspects, int count) {
    repeat(before, steps, suspects, count);
    int found = 0;
    for (int n = 0; n < count; n++) {
      long left = maxSteps - (source.steps(suspects[n]) - steps);
      int step = firstStep(n, (int) Math.min(left, steps));
      if (step < steps) {
        column[found] = n;
        first[found] = step;
        ago[found] = steps - step;
        suspects[found++] = suspects[n];
      }
    }
    return found;
  }

  private void repeat(double[][] before, int steps, int[] suspects, int count) {
    block.clear();
    block.add(0, count);
    for (int v = 0; v < before.length; v++) {
      double[] target = block.vectors()[v];
      for (int n = 0; n < count; n++) {
        target[n] = before[v][suspects[n]];
      }
    }
    for (int step = 0; step < steps; step++) {
      for (int v = 0; v < before.length; v++) {
        System.arraycopy(block.vectors()[v], 0, states[step][v], 0, count);
      }
      watch.clear(count);
      loops.watchStep(block, watch);
      System.arraycopy(watch.marks(), 0, marks[step], 0, count);
    }
  }

  /** Returns the first step before which a condition may have held, or the given one. */
  private int firstStep(int lane, int end) {
    int step = 0;
    while (step < end && !watch.isOverdue(marks[step][lane])) {
      step++;
    }
    return step;
  }

  /**
   * Hands the lanes that were found over, as they were before the step that was found.
   *
   * @param source the block that has them; not modified
   * @param found its lanes that were found
   * @param count how many
   * @param target takes them in
   */
  void handOver(Block source, int[] found, int count, Block target) {
    int lane = target.lanes();
    target.takeIn(source, found, ago, count);
    for (int v = 0; v < target.vectors().length; v++) {
      double[] vector = target.vectors()[v];
      for (int n = 0; n < count; n++) {
        vector[lane + n] = states[first[n]][v][column[n]];
      }
    }
  }
}

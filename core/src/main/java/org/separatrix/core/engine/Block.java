package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.random.LaneRandom;

/**
 * The lanes that advance together: one array for each coordinate of each vector, long enough for a
 * fixed number of lanes, of which the first {@link #lanes} are in use.
 *
 * <p>A run takes the lane behind the last one; when it ends, the last lane moves into its place.
 */
final class Block implements Iterates {
  private final int capacity;
  private final double[][] position;
  private final double[][] gradient;
  private final double[][][] memory;
  private final double[][] scalars;
  private final double[] marks;
  private final Scratch scratch;

  /** The arrays of position and memory. */
  private final double[][] vectors;

  /** The arrays besides the gradient that are kept between steps. */
  private final double[][] arrays;

  private final LaneMoves moves;

  private final long[] run;

  /** Lanes whose runs the method has ended since the last step. */
  private final int[] stopped;

  private final boolean[] isStopped;
  private final LaneNoise noise;
  private final StepCount steps;

  private int lanes;
  private int stoppedCount;

  /**
   * Creates a block without lanes in use.
   *
   * @param dimension number of coordinates d
   * @param optimizer the method, for the memory that it needs
   * @param capacity largest number of lanes
   * @param noise random numbers of as many lanes
   */
  Block(int dimension, Optimizer optimizer, int capacity, LaneNoise noise) {
    this.capacity = capacity;
    int numbers = (2 + optimizer.memory()) * dimension + optimizer.scalars() + 2;
    LaneArrays made = new LaneArrays(numbers, capacity);
    position = made.next(dimension);
    memory = made.next(optimizer.memory(), dimension);
    gradient = made.next(dimension);
    scalars = made.next(optimizer.scalars());
    marks = made.next();
    double[] entry = made.next();
    steps = new StepCount(entry);
    run = new long[capacity];
    stopped = new int[capacity];
    isStopped = new boolean[capacity];
    scratch = new Scratch(capacity);
    this.noise = noise;
    moves = new LaneMoves(capacity);
    vectors = concatenation(position, Stream.of(memory).flatMap(Stream::of));
    arrays = concatenation(vectors, Stream.concat(Stream.of(scalars), Stream.of(marks, entry)));
  }

  private static double[][] concatenation(double[][] first, Stream<double[]> rest) {
    return Stream.concat(Stream.of(first), rest).toArray(double[][]::new);
  }

  /** Creates an empty block for an experiment. */
  static Block of(Experiment experiment, int capacity) {
    int dimension = experiment.objective().dimension();
    LaneNoise noise = LaneNoise.of(experiment, capacity);
    return new Block(dimension, experiment.optimizer(), capacity, noise);
  }

  /** Returns the largest number of lanes. */
  int capacity() {
    return capacity;
  }

  /**
   * Puts fresh runs into the next free lanes, with their memory all zero and their positions to be
   * set.
   *
   * @param number number of the first run
   * @param count how many, at most the number of free lanes
   */
  void add(long number, int count) {
    int first = lanes;
    for (int n = 0; n < count; n++) {
      run[first + n] = number + n;
    }
    enter(count);
    for (double[][] vector : memory) {
      for (double[] coordinate : vector) {
        Arrays.fill(coordinate, first, lanes, 0);
      }
    }
    for (double[] scalar : scalars) {
      Arrays.fill(scalar, first, lanes, 0);
    }
  }

  /** Forgets all runs. */
  void clear() {
    lanes = 0;
    forgetStopped();
  }

  /** Makes the next free lanes those of runs that enter. */
  private void enter(int count) {
    int first = lanes;
    lanes += count;
    steps.enter(first, lanes);
    noise.forget(first, lanes);
  }

  /**
   * Takes runs out, and moves the last lanes into their places. Among them are all that the method
   * has ended.
   *
   * @param gone their lanes, ascending
   * @param count how many
   */
  void remove(int[] gone, int count) {
    removeBetweenSteps(gone, count);
    for (double[] coordinate : gradient) {
      moves.apply(coordinate);
    }
  }

  /**
   * Takes runs out as {@link #remove} does, but leaves the gradients where they are, so that they
   * no longer belong to the positions.
   *
   * @param gone their lanes, ascending
   * @param count how many
   */
  void removeBetweenSteps(int[] gone, int count) {
    lanes = moves.plan(gone, count, lanes);
    moves.apply(run);
    noise.move(moves);
    for (double[] array : arrays) {
      moves.apply(array);
    }
    forgetStopped();
  }

  private void forgetStopped() {
    for (int n = 0; n < stoppedCount; n++) {
      isStopped[stopped[n]] = false;
    }
    stoppedCount = 0;
  }

  /**
   * Takes in runs of another block as they were some steps ago, with their vectors to be set.
   *
   * @param other the block; not modified
   * @param which their lanes there
   * @param count how many, at most the number of free lanes
   * @param ago how many steps ago
   */
  void takeIn(Block other, int[] which, int count, int ago) {
    int first = lanes;
    enter(count);
    for (int n = 0; n < count; n++) {
      run[first + n] = other.run[which[n]];
    }
    steps.takeIn(other.steps, which, count, ago, first);
  }

  /** Counts steps that every lane has taken. */
  void advance(int number) {
    steps.advance(number);
  }

  /**
   * Counts steps that lanes have taken alone.
   *
   * @param taken number of steps of each lane, none if it is negative; not modified
   * @param most a bound of them
   */
  void advance(double[] taken, int most) {
    steps.advance(taken, most, lanes);
  }

  /** Tells whether some run may have taken so many steps; if not, none has. */
  boolean mayHaveTaken(long number) {
    return steps.mayReach(number, lanes);
  }

  /** Returns the memory vectors. */
  double[][][] memory() {
    return memory;
  }

  /** Returns the arrays of position and memory, one after the other. */
  double[][] vectors() {
    return vectors;
  }

  /** Returns a number for each lane, for loops that look at all of them. */
  double[] marks() {
    return marks;
  }

  /** Returns the number of the run in a lane. */
  long run(int lane) {
    return run[lane];
  }

  /** Tells whether the method has ended the run in a lane. */
  boolean isStopped(int lane) {
    return isStopped[lane];
  }

  /** Returns the lanes whose runs the method has ended, of which {@link #stoppedCount} count. */
  int[] stopped() {
    return stopped;
  }

  /** Returns the number of runs that the method has ended and that have not been taken out yet. */
  int stoppedCount() {
    return stoppedCount;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int dimension() {
    return position.length;
  }

  @Override
  public double[][] position() {
    return position;
  }

  @Override
  public double[][] gradient() {
    return gradient;
  }

  @Override
  public double[][] memory(int index) {
    return memory[index];
  }

  @Override
  public double[] scalar(int index) {
    return scalars[index];
  }

  @Override
  public double[] scratch(int index) {
    return scratch.get(index);
  }

  @Override
  public long steps(int lane) {
    return steps.of(lane);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Asked twice in one step, it returns the same stream, which goes on.
   */
  @Override
  public RandomGenerator random(int lane) {
    return noise.stream(lane, run[lane], steps(lane));
  }

  @Override
  public LaneRandom random() {
    return noise.streams(run, steps, lanes);
  }

  @Override
  public void stop(int lane) {
    if (!isStopped[lane]) {
      isStopped[lane] = true;
      stopped[stoppedCount++] = lane;
    }
  }
}

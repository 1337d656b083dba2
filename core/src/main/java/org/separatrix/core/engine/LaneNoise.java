package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.random.LaneRandom;
import org.separatrix.core.random.NumberedStreams;
import org.separatrix.core.random.RandomStreams;

/**
 * The streams of random numbers of the runs in a block: one for each step of each run. Takes no
 * memory until a method asks for one.
 */
final class LaneNoise {
  private static final long[] OWN = {};

  private final long key;
  private final int capacity;

  /** Under which number each run draws; empty if that is its own. */
  private final long[] numbers;

  private @Nullable RandomGenerator[] streams = {};
  private long[] steps = {};

  /** The streams of all lanes, and how many steps their runs have taken. */
  private final NumberedStreams together = new NumberedStreams();

  private long[] taken = {};
  private long[] drawing = {};

  /** Creates the streams of a block in which each run draws under its own number. */
  LaneNoise(long key, int capacity) {
    this(key, capacity, OWN);
  }

  private LaneNoise(long key, int capacity, long[] numbers) {
    this.key = key;
    this.capacity = capacity;
    this.numbers = numbers;
  }

  /** Creates the streams of a block of an experiment. */
  static LaneNoise of(Experiment experiment, int capacity) {
    return new LaneNoise(
        experiment.key(),
        capacity,
        experiment.starts() instanceof Resumption resumption ? resumption.numbers() : OWN);
  }

  /**
   * Returns the stream for a step of a run. Asked twice for one step, it returns the same stream,
   * which goes on.
   *
   * @param lane where the run is
   * @param run its number
   * @param step number of steps that it has taken
   */
  RandomGenerator stream(int lane, long run, long step) {
    if (streams.length == 0) {
      streams = new RandomGenerator[capacity];
      steps = new long[capacity];
    }
    RandomGenerator stream = streams[lane];
    if (stream == null || steps[lane] != step) {
      stream = RandomStreams.noise(key, number(run), step);
      streams[lane] = stream;
      steps[lane] = step;
    }
    return stream;
  }

  /**
   * Returns the streams for a step of all runs, until it is asked again.
   *
   * @param run the number of the run in each lane; not modified
   * @param steps how many steps each has taken
   * @param lanes number of lanes
   */
  LaneRandom streams(long[] run, StepCount steps, int lanes) {
    if (taken.length == 0) {
      taken = new long[capacity];
    }
    for (int lane = 0; lane < lanes; lane++) {
      taken[lane] = steps.of(lane);
    }
    together.begin(RandomStreams.noiseKey(key), numbers(run, lanes), taken, lanes);
    return together;
  }

  private long number(long run) {
    return numbers.length == 0 ? run : numbers[(int) run];
  }

  private long[] numbers(long[] run, int lanes) {
    if (numbers.length == 0) {
      return run;
    }
    if (drawing.length == 0) {
      drawing = new long[capacity];
    }
    for (int lane = 0; lane < lanes; lane++) {
      drawing[lane] = number(run[lane]);
    }
    return drawing;
  }

  /** Forgets the streams of lanes that other runs enter. */
  void forget(int from, int to) {
    if (streams.length > 0) {
      Arrays.fill(streams, from, to, null);
    }
  }

  /** Moves the streams of some lanes as their runs do. */
  void move(LaneMoves moves) {
    if (streams.length > 0) {
      moves.apply(streams);
      moves.apply(steps);
    }
  }
}

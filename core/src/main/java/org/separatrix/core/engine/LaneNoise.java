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
  private final long key;
  private final int capacity;
  private @Nullable RandomGenerator[] streams = {};
  private long[] steps = {};

  /** The streams of all lanes, and how many steps their runs have taken. */
  private final NumberedStreams together = new NumberedStreams();

  private long[] taken = {};

  LaneNoise(long key, int capacity) {
    this.key = key;
    this.capacity = capacity;
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
      stream = RandomStreams.noise(key, run, step);
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
    together.begin(RandomStreams.noiseKey(key), run, taken, lanes);
    return together;
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

package org.separatrix.api.random;

import java.util.random.RandomGenerator;

/**
 * Streams of random numbers, one for each of several runs, from which a number each is drawn at a
 * time.
 *
 * <p>A stream gives the numbers that it gives as a {@link RandomGenerator} alone, but the engine
 * draws from all of them in loops that become vector instructions, several times as fast.
 */
public interface LaneRandom {
  /** Returns the number of streams. */
  int count();

  /**
   * Draws from each stream what {@link RandomGenerator#nextDouble()} returns next: a number uniform
   * in [0, 1).
   *
   * @param values receives the numbers, {@code count} of them
   * @param first where that of the first stream goes
   */
  void nextDoubles(double[] values, int first);

  /**
   * Draws from each stream what {@link RandomGenerator#nextGaussian()} returns next: a standard
   * normal number.
   *
   * @param values receives the numbers, {@code count} of them
   * @param first where that of the first stream goes
   */
  void nextGaussians(double[] values, int first);

  /**
   * Returns one of the streams as it stands, for a run that needs more numbers than others. From
   * then on that stream is to be drawn from in no other way.
   *
   * @param index which, from 0
   */
  RandomGenerator stream(int index);

  /**
   * Returns streams that are drawn from one by one.
   *
   * @param streams the streams; kept
   */
  static LaneRandom of(RandomGenerator... streams) {
    return new SeparateStreams(streams);
  }
}

package org.separatrix.api.random;

import java.util.random.RandomGenerator;

/** Streams that are drawn from one by one. */
final class SeparateStreams implements LaneRandom {
  private final RandomGenerator[] streams;

  SeparateStreams(RandomGenerator[] streams) {
    this.streams = streams;
  }

  @Override
  public int count() {
    return streams.length;
  }

  @Override
  public void nextDoubles(double[] values, int first) {
    for (int i = 0; i < streams.length; i++) {
      values[first + i] = streams[i].nextDouble();
    }
  }

  @Override
  public void nextGaussians(double[] values, int first) {
    for (int i = 0; i < streams.length; i++) {
      values[first + i] = streams[i].nextGaussian();
    }
  }

  @Override
  public RandomGenerator stream(int index) {
    return streams[index];
  }
}

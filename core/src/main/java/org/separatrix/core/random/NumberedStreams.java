package org.separatrix.core.random;

import java.util.random.RandomGenerator;
import org.separatrix.api.random.LaneRandom;

/**
 * The streams of many numbers, see {@link RandomStreams#numbered}, from which one random number
 * each is drawn at a time, in loops that vectorise. Serves one thread.
 */
public final class NumberedStreams implements LaneRandom {
  private final NormalLanes normal = new NormalLanes();
  private long[] counter = {};
  private long[] gamma = {};
  private long[] word = {};
  private int count;

  /**
   * Begins the streams of the numbers first ... first + count - 1.
   *
   * @param key the key that they belong to
   * @param first the first number
   * @param count how many
   */
  public void begin(long key, long first, int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      word[i] = first + i;
    }
    combine(key, word, count);
    SplitMix.begin(word, counter, gamma, count);
  }

  /**
   * Begins the streams of numbers that belong to numbers: those of {@link RandomStreams#noise}
   * where the key is {@link RandomStreams#noiseKey}.
   *
   * @param key the key that the numbers belong to
   * @param run a number for each stream; not modified
   * @param step a further number for each; not modified
   * @param count how many streams
   */
  public void begin(long key, long[] run, long[] step, int count) {
    reserve(count);
    System.arraycopy(run, 0, word, 0, count);
    combine(key, word, count);
    combine(word, step, count);
    SplitMix.begin(word, counter, gamma, count);
  }

  private void reserve(int streams) {
    if (streams > word.length) {
      counter = new long[streams];
      gamma = new long[streams];
      word = new long[streams];
    }
    count = streams;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void nextDoubles(double[] values, int first) {
    advance(counter, gamma, word, count);
    for (int i = 0; i < count; i++) {
      values[first + i] = SplitMix.toDouble(word[i]);
    }
  }

  @Override
  public void nextGaussians(double[] values, int first) {
    advance(counter, gamma, word, count);
    for (int i = 0; i < count; i++) {
      values[first + i] = SplitMix.toCentred(word[i]);
    }
    normal.apply(values, first, count);
  }

  @Override
  public RandomGenerator stream(int index) {
    return new SplitMix(counter[index], gamma[index]);
  }

  private static void combine(long key, long[] word, int count) {
    for (int i = 0; i < count; i++) {
      word[i] = RandomStreams.combine(key, word[i]);
    }
  }

  private static void combine(long[] key, long[] word, int count) {
    for (int i = 0; i < count; i++) {
      key[i] = RandomStreams.combine(key[i], word[i]);
    }
  }

  private static void advance(long[] counter, long[] gamma, long[] word, int count) {
    for (int i = 0; i < count; i++) {
      long next = counter[i] + gamma[i];
      counter[i] = next;
      word[i] = SplitMix.mix(next);
    }
  }
}

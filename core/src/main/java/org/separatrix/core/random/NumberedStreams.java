package org.separatrix.core.random;

/**
 * The streams of consecutive numbers, see {@link RandomStreams#numbered}, from which one random
 * number each is drawn at a time, in loops that vectorise. Serves one thread.
 */
public final class NumberedStreams {
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
    if (count > word.length) {
      counter = new long[count];
      gamma = new long[count];
      word = new long[count];
    }
    this.count = count;
    for (int i = 0; i < count; i++) {
      word[i] = first + i;
    }
    combine(key, word, count);
    SplitMix.begin(word, counter, gamma, count);
  }

  /** Returns the number of streams. */
  public int count() {
    return count;
  }

  /**
   * Draws from each stream what {@link SplitMix#nextDouble} returns.
   *
   * @param values receives the numbers, that of the first stream at the offset
   * @param offset where
   */
  public void nextDoubles(double[] values, int offset) {
    advance(counter, gamma, word, count);
    for (int i = 0; i < count; i++) {
      values[offset + i] = SplitMix.toDouble(word[i]);
    }
  }

  private static void combine(long key, long[] word, int count) {
    for (int i = 0; i < count; i++) {
      word[i] = RandomStreams.combine(key, word[i]);
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

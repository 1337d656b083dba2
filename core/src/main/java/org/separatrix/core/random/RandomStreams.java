package org.separatrix.core.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * Streams of random numbers, each a function of a key.
 *
 * <p>A key is mixed from the study's seed and from names. From it follow one stream for the start
 * of each run and one for the noise of each step of each run, so that no number depends on the
 * order in which runs are taken, on the thread, or on the machine.
 */
public final class RandomStreams {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Tells the streams of starts and of noise apart. */
  private static final long START = 0x5354415254L;

  private static final long NOISE = 0x4e4f495345L;

  private RandomStreams() {}

  /**
   * Returns the key that belongs to a seed and a list of names.
   *
   * @param seed the seed of the study
   * @param names what the random numbers are for; their number, order and division matter: "ab",
   *     "c" gives another key than "a", "bc"
   */
  public static long key(long seed, String... names) {
    long key = SplitMix.mix(seed);
    for (String name : names) {
      key = combine(key, hash(name));
    }
    return key;
  }

  /**
   * Returns the stream from which a run's starting point is drawn.
   *
   * @param key the key of the ensemble
   * @param run the run number
   */
  public static RandomGenerator start(long key, long run) {
    return numbered(startsKey(key), run);
  }

  /**
   * Returns the key of all starts of an ensemble, for {@link #numbered}.
   *
   * @param key the key of the ensemble
   */
  public static long startsKey(long key) {
    return combine(key, START);
  }

  /**
   * Returns one of the streams that belong to a key.
   *
   * @param key the key
   * @param number which
   */
  public static RandomGenerator numbered(long key, long number) {
    return stream(combine(key, number));
  }

  /**
   * Returns the stream that a method draws from in one step of a run.
   *
   * @param key the key of the ensemble
   * @param run the run number
   * @param step number of steps that the run has taken before
   */
  public static RandomGenerator noise(long key, long run, long step) {
    return numbered(combine(noiseKey(key), run), step);
  }

  /**
   * Returns the key of all noise of an ensemble, for {@link NumberedStreams#begin(long, long[],
   * long[], int)}.
   *
   * @param key the key of the ensemble
   */
  public static long noiseKey(long key) {
    return combine(key, NOISE);
  }

  /**
   * Returns the stream that belongs to a key.
   *
   * @param key the key
   */
  public static RandomGenerator stream(long key) {
    return new SplitMix(key);
  }

  /** One to one in each argument when the other is held fixed. */
  static long combine(long key, long word) {
    return SplitMix.mix(key ^ SplitMix.mix(word + SplitMix.GOLDEN));
  }

  /** FNV-1a over the bytes of the name in UTF-8. */
  private static long hash(String name) {
    long hash = FNV_OFFSET;
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}

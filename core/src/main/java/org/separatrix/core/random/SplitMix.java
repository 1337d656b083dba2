package org.separatrix.core.random;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers: the n-th is a mix of s + n gamma, for a start s and an odd increment
 * gamma that both follow from the key (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, OOPSLA 2014).
 *
 * <p>Streams with different gamma visit the 2^64 counters in different orders, so that two of them
 * that meet do not run in step. What is drawn uses integer arithmetic, + - * / and square roots of
 * IEEE 754, {@link StrictMath} and {@link org.separatrix.core.formula.ElementaryLanes}, never
 * Math.log or Math.exp, whose last bit varies with the machine.
 */
final class SplitMix implements RandomGenerator {
  /** The odd number next to 2^64 divided by the golden ratio. */
  static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private static final int FEWEST_BIT_CHANGES = 24;

  private final long gamma;
  private long counter;

  SplitMix(long key) {
    counter = mix(key);
    gamma = increment(key + GOLDEN);
  }

  /**
   * Goes on with a stream that has begun.
   *
   * @param counter its counter
   * @param gamma its increment
   */
  SplitMix(long counter, long gamma) {
    this.counter = counter;
    this.gamma = gamma;
  }

  /**
   * Begins many streams.
   *
   * @param keys their keys; not modified
   * @param counters receives their counters
   * @param gammas receives their increments
   * @param count how many
   */
  static void begin(long[] keys, long[] counters, long[] gammas, int count) {
    for (int i = 0; i < count; i++) {
      counters[i] = mix(keys[i]);
    }
    for (int i = 0; i < count; i++) {
      gammas[i] = odd(keys[i] + GOLDEN);
    }
    for (int i = 0; i < count; i++) {
      gammas[i] = withManyChanges(gammas[i]);
    }
  }

  @Override
  public long nextLong() {
    counter += gamma;
    return mix(counter);
  }

  /** Uniform on the multiples of 2^-53 in [0, 1). */
  @Override
  public double nextDouble() {
    return toDouble(nextLong());
  }

  /** Maps 64 bits to a multiple of 2^-53 in [0, 1). */
  static double toDouble(long word) {
    return (word >>> 11) * 0x1p-53;
  }

  /** Maps 64 bits to an odd multiple of 2^-54 in (-1/2, 1/2). */
  static double toCentred(long word) {
    return (word >> 11) * 0x1p-53 + 0x1p-54;
  }

  /** Standard normal, by inversion of one number. */
  @Override
  public double nextGaussian() {
    return NormalQuantile.of(toCentred(nextLong()));
  }

  /** Exponential of mean 1, by inversion of one uniform number. */
  @Override
  public double nextExponential() {
    return -StrictMath.log1p(-nextDouble());
  }

  /** Stafford's variant 13 of the finaliser of MurmurHash3: one to one on 64 bits. */
  static long mix(long word) {
    long mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** An odd number in whose binary form neighbouring digits differ often. */
  private static long increment(long word) {
    return withManyChanges(odd(word));
  }

  private static long odd(long word) {
    long mixed = (word ^ (word >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (mixed ^ (mixed >>> 33)) | 1L;
  }

  private static long withManyChanges(long mixed) {
    return Long.bitCount(mixed ^ (mixed >>> 1)) < FEWEST_BIT_CHANGES
        ? mixed ^ 0xaaaaaaaaaaaaaaaaL
        : mixed;
  }
}

package org.separatrix.runner.parquet;

import java.io.ByteArrayOutputStream;

/**
 * Small numbers in Parquet's hybrid of run lengths and packed bits: here one run if they are all
 * the same, else packed.
 */
final class Levels {
  private Levels() {}

  /** Returns the number of bits that the numbers 0 ... most need, at least 1. */
  static int width(int most) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(most));
  }

  /**
   * Encodes numbers.
   *
   * @param values the numbers
   * @param count how many of them
   * @param width bits of each
   */
  static byte[] encode(int[] values, int count, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (areSame(values, count)) {
      CompactThrift.writeVarint(out, (long) count << 1);
      for (int shift = 0; shift < width; shift += Byte.SIZE) {
        out.write(count == 0 ? 0 : values[0] >>> shift);
      }
      return out.toByteArray();
    }
    int groups = (count + 7) / 8;
    CompactThrift.writeVarint(out, ((long) groups << 1) | 1);
    long bits = 0;
    int held = 0;
    for (int i = 0; i < 8 * groups; i++) {
      bits |= (i < count ? (long) values[i] : 0) << held;
      held += width;
      while (held >= Byte.SIZE) {
        out.write((int) bits);
        bits >>>= Byte.SIZE;
        held -= Byte.SIZE;
      }
    }
    return out.toByteArray();
  }

  private static boolean areSame(int[] values, int count) {
    for (int i = 1; i < count; i++) {
      if (values[i] != values[0]) {
        return false;
      }
    }
    return true;
  }
}

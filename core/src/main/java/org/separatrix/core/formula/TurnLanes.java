package org.separatrix.core.formula;

/**
 * Sine and cosine of a number of turns, sin 2 pi b and cos 2 pi b, without branches, like {@link
 * ElementaryLanes}.
 *
 * <p>Whole turns are taken off without a rounding, whatever their number, so that both functions
 * are within 2.5 ulp of the exact value for every double, never beyond 1 in magnitude, and 0
 * exactly where they should be, though without the sign of a zero. They take half of the operations
 * that sine and cosine of an angle take. Of what is infinite they are not a number.
 */
public final class TurnLanes {
  private TurnLanes() {}

  /** Sine of b turns. */
  public static double sin(double b) {
    double part = b - Math.rint(b);
    return sinOfHalfTurns(part + part);
  }

  /** Cosine of b turns, which is the sine of 1/4 - |b|. */
  public static double cos(double b) {
    double part = Math.abs(b - Math.rint(b));
    return sinOfHalfTurns(0.5 - (part + part));
  }

  /**
   * sin pi t for |t| <= 1: w (2 + p(|w|)) with w = t (1 - |t|).
   *
   * <p>Since cos pi s is a power series in s^2, and w = 1/4 - s^2 for t = 1/2 - s, sin pi t is one
   * in w, for t from 0 to 1. So the sine needs no other reduction, and in w, which one rounding
   * yields, a polynomial of low degree. Its terms are added up in two strands, since a processor
   * can hold few instructions that wait for others. The last addition has terms of one sign.
   */
  private static double sinOfHalfTurns(double t) {
    double w = Math.fma(t, -Math.abs(t), t);
    double z = Math.abs(w);
    double y = z * z;
    double even = Math.fma(0x1.93e2d8dcd37d5p-14, y, 0x1.7996a388a7098p-6);
    double odd = Math.fma(0x1.1494665dfbc8ap-18, y, 0x1.cbc0a28b4c336p-10);
    even = Math.fma(even, y, 0x1.1d8f9b879bc65p0);
    odd = Math.fma(odd, y, 0x1.a37b407346063p-3);
    even = Math.fma(even, y, 0x1.243f6a8885a31p0);
    odd = Math.fma(odd, y, 0x1.921fb54442cf2p1);
    return Math.fma(w, Math.fma(odd, z, even), w + w);
  }
}

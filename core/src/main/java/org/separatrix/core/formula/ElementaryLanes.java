package org.separatrix.core.formula;

/**
 * Elementary functions without branches, so that a loop of them over lanes becomes vector
 * instructions.
 *
 * <p>They consist of additions, multiplications, divisions, fused multiply-adds and roundings, each
 * of which IEEE 754 defines to the last bit: every machine finds the same bits. Arguments are
 * reduced after Cody and Waite (Software Manual for the Elementary Functions, 1980), the constant
 * given in parts and each product fused (Muller et al., Handbook of Floating-Point Arithmetic,
 * chapter 11). The coefficients are those of minimax polynomials for the relative error, found by
 * the Remez exchange algorithm in 60 digits on the reduced interval and then rounded.
 *
 * <p>On its range each function is accurate to the stated number of units in the last place (ulp).
 * Outside it is either as accurate or not a number, never silently wrong: an intermediate product
 * overflows there, and infinity minus infinity is not a number. {@link ElementaryFunction#apply}
 * gives such an argument to {@link StrictMath}.
 *
 * <p>HotSpot's compiler vectorises a loop only while its body has at most 60 nodes, about 40 of
 * which are left for arithmetic. Hence log comes in two parts for two loops; exp fills one loop
 * alone, and has two parts for loops that hold more.
 */
public final class ElementaryLanes {
  /** Added and subtracted, rounds to an integer, and zero of either sign to positive zero. */
  private static final double ROUNDER = 0x1.8p52;

  private static final double EVEN_ROUNDER = 2 * ROUNDER;

  /** pi in three parts, each to its nearest double apart from the second, which is cut off. */
  private static final double PI = 0x1.921fb54442d18p1;

  private static final double PI_MIDDLE = 0x1.1a62633145c06p-53;
  private static final double PI_LOW = 0x1.c1cd129024e09p-106;

  /** 2^994 / pi, by which an argument of at least 2^30 pi overflows. */
  private static final double HALF_TURNS = 0x1.45f306dc9c883p-2 * 0x1p994;

  /** pi/2 in three parts, the middle one of 36 bits so that its multiples below 2^17 are exact. */
  private static final double HALF_PI = 0x1.921fb54442d18p0;

  private static final double HALF_PI_MIDDLE = 0x1.1a62633140000p-54;
  private static final double HALF_PI_LOW = 0x1.701b839a25205p-92;

  /** 2^1008 / pi, by which an argument of at least 2^16 pi overflows. */
  private static final double FEWER_HALF_TURNS = 0x1.45f306dc9c883p-2 * 0x1p1008;

  static final double LN2 = 0x1.62e42fefa39efp-1;
  static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /** ln 2, rounded up so that the rest is negative. */
  private static final double LN2_ABOVE = 0x1.62e42fefa39f0p-1;

  private static final double LN2_ABOVE_LOW = -0x1.950d871319ff0p-54;

  /** 2^1013 / ln 2, by which an argument of at least 2048 ln 2 overflows. */
  private static final double BINARY_ORDERS = 0x1.71547652b82fep0 * 0x1p1013;

  private ElementaryLanes() {}

  /**
   * Sine: (-1)^k sin r with x = k pi + r, |r| <= pi/2.
   *
   * <p>Within 2 ulp for |x| < 2^30 pi = 3.37e9, not a number beyond; odd, never beyond 1 in
   * magnitude.
   */
  public static double sin(double x) {
    double k = Math.fma(x * HALF_TURNS, 0x1p-994, ROUNDER) - ROUNDER;
    double r = Math.fma(k, -PI_LOW, Math.fma(k, -PI_MIDDLE, Math.fma(k, -PI, x)));
    return sinOfHalf(r * (0.5 - oddity(k)), r * r);
  }

  /**
   * Cosine: (-1)^(k + 1/2) sin r with |x| = k pi + r, k an odd multiple of 1/2, |r| <= pi/2.
   *
   * <p>Within 2 ulp for |x| < 2^30 pi = 3.37e9, not a number beyond; even, never beyond 1 in
   * magnitude.
   */
  public static double cos(double x) {
    double magnitude = Math.abs(x);
    double n = Math.rint(Math.fma(magnitude * HALF_TURNS, 0x1p-994, -0.5));
    double k = n + 0.5;
    double r = Math.fma(k, -PI_LOW, Math.fma(k, -PI_MIDDLE, Math.fma(k, -PI, magnitude)));
    return sinOfHalf(r * (oddity(n) - 0.5), r * r);
  }

  /** 1 for an odd integer and 0 for an even one, without a product: loops mostly wait for those. */
  private static double oddity(double k) {
    return Math.abs(k - ((k + EVEN_ROUNDER) - EVEN_ROUNDER));
  }

  /**
   * 2 h (sin r)/r for h = r/2 or -r/2, as h + h (2 (sin r)/r - 1): both terms have the same sign,
   * which keeps that of a zero, and only the last addition rounds visibly.
   *
   * <p>The first two terms of the polynomial add up almost exactly, since they nearly cancel at
   * pi/2. The error there stays below 2^-53, so that no value exceeds 1.
   */
  private static double sinOfHalf(double h, double z) {
    double p = 0x1.88299cfeb7b18p-48;
    p = Math.fma(p, z, -0x1.ae431d567943bp-40);
    p = Math.fma(p, z, 0x1.6123cb27e25d1p-32);
    p = Math.fma(p, z, -0x1.ae6454cb525c7p-25);
    p = Math.fma(p, z, 0x1.71de3a5287bc4p-18);
    p = Math.fma(p, z, -0x1.a01a01a0148bbp-12);
    p = Math.fma(p, z, 0x1.11111111110c1p-6);
    return Math.fma(h, Math.fma(p, z * z, Math.fma(z, -0x1.5555555555555p-2, 1.0)), h);
  }

  /**
   * Tangent: t = tan r for even k and -1/t for odd k, with x = k pi/2 + r, |r| <= pi/4.
   *
   * <p>Within 2 ulp for |x| < 2^16 pi = 205,887, not a number beyond; odd.
   */
  public static double tan(double x) {
    double k = Math.fma(x * FEWER_HALF_TURNS, 0x1p-1007, ROUNDER) - ROUNDER;
    double odd = oddity(k);
    double even = 1.0 - odd;
    double near = Math.fma(k, -HALF_PI, x);
    double r = Math.fma(k, -HALF_PI_MIDDLE, near);
    // What r has lost by its rounding; the inner sum is exact.
    double lost = Math.fma(k, HALF_PI_LOW, Math.fma(k, HALF_PI_MIDDLE, r - near));
    double z = r * r;
    double p = -0x1.a77710f7f177fp-17;
    p = Math.fma(p, z, 0x1.35ba7fc21238ep-15);
    p = Math.fma(p, z, -0x1.369ff6cda11e0p-14);
    p = Math.fma(p, z, 0x1.d4a9917f4798cp-15);
    p = Math.fma(p, z, -0x1.7d24b4d81d25ap-14);
    p = Math.fma(p, z, -0x1.28d30daa1b269p-14);
    p = Math.fma(p, z, -0x1.04b929b735cbap-12);
    p = Math.fma(p, z, -0x1.3409390b8a160p-11);
    p = Math.fma(p, z, -0x1.7dc2bdf44d364p-10);
    p = Math.fma(p, z, -0x1.d6d1c466d9c62p-9);
    p = Math.fma(p, z, -0x1.226e40df640a8p-7);
    p = Math.fma(p, z, -0x1.664f483183ecfp-6);
    p = Math.fma(p, z, -0x1.ba1ba1bb5dd7ep-5);
    p = Math.fma(p, z, -0x1.111111110ff22p-3);
    p = Math.fma(p, z, -0x1.555555555555dp-2);
    double t = r - Math.fma(r * z, p, lost);
    return Math.fma(even, t, -odd) / Math.fma(odd, t, even);
  }

  /**
   * Exponential function: {@link #exp(double, double)} of its two parts.
   *
   * <p>Within 2 ulp for |x| <= 746; beyond, 0 or infinity where that is the result, or not a
   * number, as always from 2048 ln 2 = 1419.5 on. A result below 2^-1022 is within 1 of the
   * smallest number.
   */
  public static double exp(double x) {
    return exp(x, expScale(x));
  }

  /** First part of the exponential function: 2^j for the integer j nearest to x / (2 ln 2). */
  public static double expScale(double x) {
    double j = nearestOrder(x, 0.5);
    // 2^(j/512), approximated within 1e-4.
    double w = 0x1.34ea0f1ea4ce7p-43;
    w = Math.fma(w, j, 0x1.d3f6aeb142998p-32);
    w = Math.fma(w, j, 0x1.eca89b19812bcp-21);
    w = Math.fma(w, j, 0x1.62b3284084c16p-10);
    w = Math.fma(w, j, 0x1.fffa22e41a7bap-1);
    return nearestPowerOfTwo(eighthPower(eighthPower(eighthPower(w))));
  }

  /**
   * Second part of the exponential function: 2^j 2^j e^r with x = 2 j ln 2 + r, |r| <= ln 2. Two
   * factors 2^j neither overflow nor vanish before the result does.
   *
   * @param x the argument
   * @param scale 2^j, which is {@link #expScale} of x
   */
  public static double exp(double x, double scale) {
    return scaledExponential(reduced(x), scale);
  }

  /**
   * The same of x and a rest, which is small beside x: e^(x + rest).
   *
   * @param x the argument
   * @param rest what that lacks
   * @param scale {@link #expScale} of x
   */
  static double exp(double x, double rest, double scale) {
    return scaledExponential(reduced(x) + rest, scale);
  }

  /** r = x - 2 j ln 2. */
  private static double reduced(double x) {
    double j = nearestOrder(x, 0.5);
    return Math.fma(j, -2.0 * LN2_LOW, Math.fma(j, -2.0 * LN2, x));
  }

  /**
   * Returns the integer nearest to a multiple of x / ln 2, not a number from |x| = 2048 ln 2 on.
   *
   * @param x the argument
   * @param factor a power of two
   */
  static double nearestOrder(double x, double factor) {
    return Math.fma(x * BINARY_ORDERS, factor * 0x1p-1013, ROUNDER) - ROUNDER;
  }

  /** e^r scale^2. */
  private static double scaledExponential(double r, double scale) {
    double p = 0x1.5dd96dd5a7cb4p-33;
    p = Math.fma(p, r, 0x1.215b4a7af164bp-29);
    p = Math.fma(p, r, 0x1.ae726151259dcp-26);
    p = Math.fma(p, r, 0x1.27e224c213f16p-22);
    p = Math.fma(p, r, 0x1.71de29759707ep-19);
    p = Math.fma(p, r, 0x1.a01a04bcefb0cp-16);
    p = Math.fma(p, r, 0x1.a01a01b1af764p-13);
    p = Math.fma(p, r, 0x1.6c16c16a846c9p-10);
    p = Math.fma(p, r, 0x1.1111111109218p-7);
    p = Math.fma(p, r, 0x1.5555555555e6cp-5);
    p = Math.fma(p, r, 0x1.55555555555a0p-3);
    p = Math.fma(p, r, 0.5);
    p = Math.fma(p, r, 1.0);
    return Math.fma(p, r, 1.0) * scale * scale;
  }

  /**
   * Raises to the eighth power. An approximate root of a power of two raised and rounded to one bit
   * is that power: Java has no vector instructions that set an exponent.
   */
  static double eighthPower(double w) {
    double square = w * w;
    double fourth = square * square;
    return fourth * fourth;
  }

  /** Rounds to one bit: Veltkamp's splitting. */
  static double nearestPowerOfTwo(double x) {
    double c = x * 0x1.0000000000001p52;
    return c - (c - x);
  }

  /**
   * Natural logarithm: {@link #log(double, double)} of its two parts.
   *
   * <p>Within 2 ulp for 2^-1021 <= x < 2^971 = 2e292; 0 at 1; not a number for x <= 0.
   */
  public static double log(double x) {
    return log(x, logExponent(x));
  }

  /**
   * First part of the logarithm: the exponent of the power of two nearest to x.
   *
   * <p>It reads the bits of x, which few virtual machines vectorise: give it a loop of its own.
   */
  public static double logExponent(double x) {
    // Half of a mantissa is added to round: from 1.5 on the next power is the nearest.
    return (int) (((Double.doubleToRawLongBits(x) + 0x0008000000000000L) >> 52) - 1023L);
  }

  /**
   * Second part of the logarithm: e ln 2 + 2 artanh f with f = (x - 2^e) / (x + 2^e), -1/7 <= f <=
   * 1/5.
   *
   * @param x the argument
   * @param exponent e, which is {@link #logExponent} of x
   */
  public static double log(double x, double exponent) {
    double power = nearestPowerOfTwo(x);
    double f = (x - power) / (x + power);
    double z = f * f;
    double p = 0x1.1b6b5654c5871p-3;
    p = Math.fma(p, z, 0x1.0dcede5ff5649p-3);
    p = Math.fma(p, z, 0x1.3b358ed658218p-3);
    p = Math.fma(p, z, 0x1.745c4c627d758p-3);
    p = Math.fma(p, z, 0x1.c71c74893ecf1p-3);
    p = Math.fma(p, z, 0x1.24924921eb9f0p-2);
    p = Math.fma(p, z, 0x1.999999999c0fep-2);
    p = Math.fma(p, z, 0x1.555555555554fp-1);
    double small = Math.fma(f * z, p, orNotANumber(exponent, exponent * LN2_ABOVE_LOW));
    return Math.fma(exponent, LN2_ABOVE, Math.fma(f, 2.0, small));
  }

  /**
   * Returns a term of a logarithm, or not a number where the logarithm is out of range.
   *
   * @param exponent {@link #logExponent} of the argument
   * @param term the term
   */
  static double orNotANumber(double exponent, double term) {
    // Finite, or minus infinity for the exponents below -1021, of smaller and of negative x.
    double poison = Math.fma(exponent, 0x1.0722p1013, -971.0 * 0x1.0722p1013);
    return Math.fma(poison, 0.0, term);
  }
}

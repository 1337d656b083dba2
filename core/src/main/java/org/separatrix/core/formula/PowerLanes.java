package org.separatrix.core.formula;

/**
 * Powers x^k of positive numbers without branches, like {@link ElementaryLanes}, as e^(k ln x).
 *
 * <p>An error of the exponent counts as many times as the exponent is large, up to 745 times. So
 * the logarithm has some 64 bits: a number and its rest, where each operation that matters keeps
 * what rounding takes (Dekker, A floating-point technique for extending the available precision,
 * Numerische Mathematik 18, 1971). It comes in parts of one number each, for as many loops.
 */
final class PowerLanes {
  /** 2/3, and what that lacks. */
  private static final double TWO_THIRDS = 0x1.5555555555555p-1;

  private static final double TWO_THIRDS_LOW = 0x1.5555555555555p-55;

  /** ln 2 with 42 bits, so that its multiples by exponents are exact, and what that lacks. */
  private static final double LN2 = 0x1.62e42fefa3800p-1;

  private static final double LN2_LOW = 0x1.ef35793c76730p-45;

  private PowerLanes() {}

  /**
   * Returns x^k.
   *
   * <p>Within 2.5 ulp for 2^-1021 <= x < 2^971 where neither k ln x nor the power is beyond the
   * range of {@link ElementaryLanes#exp}; infinity, 0 or not a number where it is, and not a number
   * for all other x.
   *
   * @param x the base
   * @param k the exponent, finite
   */
  static double power(double x, double k) {
    double exponent = ElementaryLanes.logExponent(x);
    double f = ratio(x);
    double rest = ratioRest(x, f);
    double terms = terms(f);
    double main = main(f, terms, exponent);
    double low = low(f, rest, terms, termsRest(f, rest), exponent);
    return power(k, main, low, scale(k, main, low));
  }

  /** First part: f = (x - p) / (x + p) for the power of two p nearest to x, -1/7 <= f <= 1/5. */
  static double ratio(double x) {
    double power = ElementaryLanes.nearestPowerOfTwo(x);
    return (x - power) * (1.0 / (x + power));
  }

  /** What that lacks. */
  static double ratioRest(double x, double f) {
    double power = ElementaryLanes.nearestPowerOfTwo(x);
    double sum = x + power;
    double added = sum - x;
    double lost = (x - (sum - added)) + (power - added);
    return Math.fma(-f, lost, Math.fma(-f, sum, x - power)) * (1.0 / sum);
  }

  /** Second part: 2 (artanh f) / f - 2 = 2/3 f^2 + 2/5 f^4 + ... */
  static double terms(double f) {
    double z = f * f;
    return z * TWO_THIRDS + laterTerms(z);
  }

  /** What that lacks, for f and what it lacks. */
  static double termsRest(double f, double rest) {
    double z = f * f;
    double zRest = Math.fma(f + f, rest, Math.fma(f, f, -z));
    double first = z * TWO_THIRDS;
    double firstRest =
        Math.fma(zRest, TWO_THIRDS, Math.fma(z, TWO_THIRDS_LOW, Math.fma(z, TWO_THIRDS, -first)));
    double later = laterTerms(z);
    return ((first - (first + later)) + later) + firstRest;
  }

  /** 2/5 z^2 + 2/7 z^3 + ... */
  private static double laterTerms(double z) {
    double p = 0x1.f3672abd29553p-4;
    p = Math.fma(p, z, 0x1.dd510d184216bp-4);
    p = Math.fma(p, z, 0x1.112521404b459p-3);
    p = Math.fma(p, z, 0x1.3b13501f3546bp-3);
    p = Math.fma(p, z, 0x1.745d184449dbdp-3);
    p = Math.fma(p, z, 0x1.c71c71c5d5925p-3);
    p = Math.fma(p, z, 0x1.2492492492990p-2);
    p = Math.fma(p, z, 0x1.9999999999999p-2);
    return p * (z * z);
  }

  /**
   * Third part: the logarithm e ln 2 + 2 f + f t, rounded as it comes.
   *
   * @param f the ratio
   * @param terms t
   * @param exponent e, which is {@link ElementaryLanes#logExponent} of x
   */
  static double main(double f, double terms, double exponent) {
    return (exponent * LN2 + (f + f)) + f * terms;
  }

  /** What that lacks, for the parts and what they lack. */
  static double low(double f, double rest, double terms, double termsRest, double exponent) {
    double product = f * terms;
    double productRest =
        Math.fma(f, termsRest, Math.fma(rest, terms, Math.fma(f, terms, -product)));
    double twos = exponent * LN2;
    double sum = twos + (f + f);
    double sumRest = (twos - sum) + (f + f);
    double mainRest = (sum - (sum + product)) + product;
    double small = ElementaryLanes.orNotANumber(exponent, exponent * LN2_LOW);
    return (sumRest + mainRest) + (Math.fma(2.0, rest, productRest) + small);
  }

  /** Fourth part: {@link ElementaryLanes#expScale} of k times the logarithm. */
  static double scale(double k, double main, double low) {
    return ElementaryLanes.expScale(k * (main + low));
  }

  /** Last part: e to the power of k times the logarithm. */
  static double power(double k, double main, double low, double scale) {
    double log = main + low;
    double logRest = (main - log) + low;
    double product = k * log;
    double productRest = Math.fma(k, logRest, Math.fma(k, log, -product));
    return ElementaryLanes.exp(product, productRest, scale);
  }
}

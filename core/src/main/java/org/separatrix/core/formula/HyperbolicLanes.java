package org.separatrix.core.formula;

/** The hyperbolic tangent without branches, like {@link ElementaryLanes}, in two parts. */
public final class HyperbolicLanes {
  private HyperbolicLanes() {}

  /**
   * Hyperbolic tangent: {@link #tanh(double, double)} of its two parts.
   *
   * <p>Within 2.5 ulp for |x| < 2048 ln 2 = 1419.5, not a number beyond; odd, never beyond 1 in
   * magnitude, and increasing where it approaches 1.
   */
  public static double tanh(double x) {
    return tanh(x, tanhScale(x));
  }

  /** First part of the hyperbolic tangent: 2^-k for the integer k nearest to 2 |x| / ln 2. */
  public static double tanhScale(double x) {
    double k = ElementaryLanes.nearestOrder(Math.abs(x), 2.0);
    // 2^(-k/1024), approximated within 8e-5.
    double w = -0x1.3f79bfde74a97p-35;
    w = Math.fma(w, k, 0x1.d725a24f4aefap-23);
    w = Math.fma(w, k, -0x1.61ccb36e6d0cap-11);
    w = Math.fma(w, k, 0x1.fff62950c76ccp-1);
    double root =
        ElementaryLanes.eighthPower(ElementaryLanes.eighthPower(ElementaryLanes.eighthPower(w)));
    return ElementaryLanes.nearestPowerOfTwo(root * root);
  }

  /**
   * Second part of the hyperbolic tangent: (1 - q) / (1 + q) with q = e^(-2|x|) = 2^-k (1 - m), m =
   * 1 - e^-r, 2|x| = k ln 2 + r, |r| <= ln 2 / 2.
   *
   * @param x the argument
   * @param scale 2^-k, which is {@link #tanhScale} of x
   */
  public static double tanh(double x, double scale) {
    // The exact product 2^10 (2^53 + 7) is midway between two doubles, so that x decides to which
    // of them it is rounded, and zero goes up, for whose mantissa is even.
    double side = Math.fma(3.0 * 0x1p10, 3002399751580333.0, x) - 0x1.0000000000003p63;
    double sign = Math.fma(side, 0x1p-10, -1.0);
    double k = ElementaryLanes.nearestOrder(x, 2.0);
    double r =
        sign * Math.fma(k, -ElementaryLanes.LN2_LOW, Math.fma(k, -ElementaryLanes.LN2, x + x));
    double p = -0x1.af6b2ca9b96bap-26;
    p = Math.fma(p, r, 0x1.2896777e6f656p-22);
    p = Math.fma(p, r, -0x1.71ddf1bed0fcfp-19);
    p = Math.fma(p, r, 0x1.a019b4919f25fp-16);
    p = Math.fma(p, r, -0x1.a01a01b2272a7p-13);
    p = Math.fma(p, r, 0x1.6c16c179af3adp-10);
    p = Math.fma(p, r, -0x1.111111110f27dp-7);
    p = Math.fma(p, r, 0x1.5555555553c0ep-5);
    p = Math.fma(p, r, -0x1.5555555555559p-3);
    p = Math.fma(p, r, 0.5);
    double m = Math.fma(r * r, -p, r);
    return sign * Math.fma(scale, m, -(scale - 1.0)) / Math.fma(-scale, m, scale + 1.0);
  }
}

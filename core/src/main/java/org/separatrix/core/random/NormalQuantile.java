package org.separatrix.core.random;

import org.separatrix.core.formula.ElementaryLanes;

/**
 * The quantile function of the standard normal distribution, with a relative error of about 1e-16
 * (Wichura, Algorithm AS 241, Applied Statistics 37, 1988, routine PPND16).
 *
 * <p>Three rational functions: of 0.180625 - q^2 in the middle, and of r = sqrt(-ln p) on the
 * shoulders and in the tails. One number in, one number out, increasing: no rejection whose outcome
 * could differ between machines.
 *
 * <p>They are written out, so that a loop of one of them becomes vector instructions.
 */
final class NormalQuantile {
  /** Largest |q| of the middle. */
  static final double MIDDLE = 0.425;

  /** Largest r of the shoulders. */
  static final double SHOULDER = 5.0;

  private NormalQuantile() {}

  /**
   * Returns the quantile of 1/2 + q, where q is given rather than the probability, so that both
   * tails are equally exact.
   *
   * @param q in (-1/2, 1/2)
   */
  static double of(double q) {
    if (Math.abs(q) <= MIDDLE) {
      return middle(q);
    }
    double r = Math.sqrt(-ElementaryLanes.log(0.5 - Math.abs(q)));
    return Math.copySign(r <= SHOULDER ? shoulder(r) : tail(r), q);
  }

  /**
   * Returns the quantile in the middle.
   *
   * @param q at most {@link #MIDDLE} in magnitude
   */
  static double middle(double q) {
    double x = MIDDLE * MIDDLE - q * q;
    double numerator = 2509.0809287301227;
    numerator = numerator * x + 33430.57558358813;
    numerator = numerator * x + 67265.7709270087;
    numerator = numerator * x + 45921.95393154987;
    numerator = numerator * x + 13731.69376550946;
    numerator = numerator * x + 1971.5909503065513;
    numerator = numerator * x + 133.14166789178438;
    numerator = numerator * x + 3.3871328727963665;
    double denominator = 5226.495278852854;
    denominator = denominator * x + 28729.085735721943;
    denominator = denominator * x + 39307.89580009271;
    denominator = denominator * x + 21213.794301586597;
    denominator = denominator * x + 5394.196021424751;
    denominator = denominator * x + 687.1870074920579;
    denominator = denominator * x + 42.31333070160091;
    denominator = denominator * x + 1.0;
    return q * (numerator / denominator);
  }

  /**
   * Returns the magnitude of a quantile on a shoulder.
   *
   * @param r sqrt(-ln p), at most {@link #SHOULDER}
   */
  static double shoulder(double r) {
    double x = r - 1.6;
    double numerator = 0.0007745450142783414;
    numerator = numerator * x + 0.022723844989269184;
    numerator = numerator * x + 0.2417807251774506;
    numerator = numerator * x + 1.2704582524523684;
    numerator = numerator * x + 3.6478483247632045;
    numerator = numerator * x + 5.769497221460691;
    numerator = numerator * x + 4.630337846156546;
    numerator = numerator * x + 1.4234371107496835;
    double denominator = 1.0507500716444169e-09;
    denominator = denominator * x + 0.0005475938084995345;
    denominator = denominator * x + 0.015198666563616457;
    denominator = denominator * x + 0.14810397642748008;
    denominator = denominator * x + 0.6897673349851;
    denominator = denominator * x + 1.6763848301838038;
    denominator = denominator * x + 2.053191626637759;
    denominator = denominator * x + 1.0;
    return numerator / denominator;
  }

  /** Returns the magnitude of a quantile in a tail, where r is beyond the shoulder. */
  private static double tail(double r) {
    double x = r - SHOULDER;
    double numerator = 2.0103343992922881e-07;
    numerator = numerator * x + 2.7115555687434876e-05;
    numerator = numerator * x + 0.0012426609473880784;
    numerator = numerator * x + 0.026532189526576124;
    numerator = numerator * x + 0.29656057182850487;
    numerator = numerator * x + 1.7848265399172913;
    numerator = numerator * x + 5.463784911164114;
    numerator = numerator * x + 6.657904643501103;
    double denominator = 2.0442631033899397e-15;
    denominator = denominator * x + 1.421511758316446e-07;
    denominator = denominator * x + 1.8463183175100548e-05;
    denominator = denominator * x + 0.0007868691311456133;
    denominator = denominator * x + 0.014875361290850615;
    denominator = denominator * x + 0.1369298809227358;
    denominator = denominator * x + 0.599832206555888;
    denominator = denominator * x + 1.0;
    return numerator / denominator;
  }
}

package org.separatrix.core.random;

/**
 * The quantile function of the standard normal distribution, with a relative error of about 1e-16
 * (Wichura, Algorithm AS 241, Applied Statistics 37, 1988, routine PPND16).
 *
 * <p>Three rational functions: of 0.180625 - q^2 in the middle, and of r = sqrt(-ln p) on the
 * shoulders and in the tails. One number in, one number out, increasing: no rejection whose outcome
 * could differ between machines.
 */
final class NormalQuantile {
  private static final double MIDDLE = 0.425;
  private static final double SHOULDER = 5.0;

  private static final double[] MIDDLE_NUMERATOR = {
    3.3871328727963665,
    133.14166789178438,
    1971.5909503065513,
    13731.69376550946,
    45921.95393154987,
    67265.7709270087,
    33430.57558358813,
    2509.0809287301227
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] SHOULDER_NUMERATOR = {
    1.4234371107496835,
    4.630337846156546,
    5.769497221460691,
    3.6478483247632045,
    1.2704582524523684,
    0.2417807251774506,
    0.022723844989269184,
    0.0007745450142783414
  };
  private static final double[] SHOULDER_DENOMINATOR = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] TAIL_NUMERATOR = {
    6.657904643501103,
    5.463784911164114,
    1.7848265399172913,
    0.29656057182850487,
    0.026532189526576124,
    0.0012426609473880784,
    2.7115555687434876e-05,
    2.0103343992922881e-07
  };
  private static final double[] TAIL_DENOMINATOR = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };

  private NormalQuantile() {}

  /**
   * Returns the quantile of 1/2 + q, where q is given rather than the probability, so that both
   * tails are equally exact.
   *
   * @param q in (-1/2, 1/2)
   */
  static double of(double q) {
    if (Math.abs(q) <= MIDDLE) {
      double r = MIDDLE * MIDDLE - q * q;
      return q * (polynomial(MIDDLE_NUMERATOR, r) / polynomial(MIDDLE_DENOMINATOR, r));
    }
    double r = Math.sqrt(-StrictMath.log(0.5 - Math.abs(q)));
    double quantile =
        r <= SHOULDER
            ? polynomial(SHOULDER_NUMERATOR, r - 1.6) / polynomial(SHOULDER_DENOMINATOR, r - 1.6)
            : polynomial(TAIL_NUMERATOR, r - SHOULDER) / polynomial(TAIL_DENOMINATOR, r - SHOULDER);
    return Math.copySign(quantile, q);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[7];
    for (int i = 6; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}

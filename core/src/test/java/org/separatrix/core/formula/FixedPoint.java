package org.separatrix.core.formula;

import java.math.BigInteger;

/**
 * The elementary functions to 48 digits, from their Taylor series in integers: a ground truth that
 * shares nothing with the code under test.
 *
 * <p>A number v stands as the integer v 2^160.
 */
final class FixedPoint {
  private static final int BITS = 160;
  static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
  private static final BigInteger[] INVERSE_FACTORIAL = inverseFactorials(33);

  /** With 48 further bits, for arguments of up to 32 bits before the point. */
  private static final int LONG_BITS = BITS + 48;

  private static final BigInteger HALF_PI_LONG = halfPi();
  private static final BigInteger LN2_LONG = ln2();

  private FixedPoint() {}

  static BigInteger of(double value) {
    return of(value, BITS);
  }

  private static BigInteger of(double value, int bits) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(value + " is no number");
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    return BigInteger.valueOf((long) Math.scalb(value, -exponent)).shiftLeft(exponent + bits);
  }

  static BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(BITS);
  }

  /** Returns sin x and cos x. */
  static BigInteger[] sineAndCosine(double x) {
    BigInteger argument = of(x, LONG_BITS);
    long quarters = Math.round(x / (Math.PI / 2));
    BigInteger multiple = HALF_PI_LONG.multiply(BigInteger.valueOf(quarters));
    return sineAndCosine(quarters, argument.subtract(multiple).shiftRight(48));
  }

  /** Returns sin 2 pi b and cos 2 pi b. */
  static BigInteger[] sineAndCosineOfTurns(double b) {
    double part = b - Math.rint(b);
    long quarters = Math.round(4 * part);
    BigInteger rest = of(4 * part - quarters, LONG_BITS);
    return sineAndCosine(quarters, rest.multiply(HALF_PI_LONG).shiftRight(2 * LONG_BITS - BITS));
  }

  /** Returns sine and cosine of a number of quarters of a turn and r, |r| <= pi/4. */
  private static BigInteger[] sineAndCosine(long quarters, BigInteger r) {
    BigInteger square = times(r, r);
    BigInteger sine = BigInteger.ZERO;
    BigInteger cosine = BigInteger.ZERO;
    for (int i = 15; i >= 0; i--) {
      sine = INVERSE_FACTORIAL[2 * i + 1].subtract(times(square, sine));
      cosine = INVERSE_FACTORIAL[2 * i].subtract(times(square, cosine));
    }
    sine = times(r, sine);
    return switch ((int) (quarters & 3)) {
      case 0 -> new BigInteger[] {sine, cosine};
      case 1 -> new BigInteger[] {cosine, sine.negate()};
      case 2 -> new BigInteger[] {sine.negate(), cosine.negate()};
      default -> new BigInteger[] {cosine.negate(), sine};
    };
  }

  /** The binary order k of e^x = 2^k e^r, |r| <= ln 2 / 2. */
  static int orderOfExponential(double x) {
    return (int) Math.round(x / Math.log(2));
  }

  /** Returns e^r = e^x / 2^k with k of {@link #orderOfExponential}. */
  static BigInteger scaledExponential(double x) {
    return scaledExponential(of(x, LONG_BITS), orderOfExponential(x));
  }

  /** Returns how many units in the last place a value of x^k is off. */
  static double ulpsOfPower(double value, double x, double k) {
    BigInteger exponent = times(of(k), logarithm(x));
    int order = orderOfExponential(Math.scalb(exponent.doubleValue(), -BITS));
    BigInteger truth = scaledExponential(exponent.shiftLeft(LONG_BITS - BITS), order);
    return ulps(value, truth, order);
  }

  private static BigInteger scaledExponential(BigInteger x, int order) {
    BigInteger multiple = LN2_LONG.multiply(BigInteger.valueOf(order));
    BigInteger r = x.subtract(multiple).shiftRight(LONG_BITS - BITS);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 27; i >= 0; i--) {
      sum = INVERSE_FACTORIAL[i].add(times(r, sum));
    }
    return sum;
  }

  /** Returns log x as y + log(x e^-y), y a rough value of it. */
  static BigInteger logarithm(double x) {
    double y = Math.log(x);
    int k = orderOfExponential(-y);
    int exponent = Math.getExponent(x);
    BigInteger mantissa = of(Math.scalb(x, -exponent));
    BigInteger product = times(mantissa, scaledExponential(-y)).shiftLeft(exponent + k);
    BigInteger d = product.subtract(ONE);
    // |d| < 1e-12, so that its fourth power is of no account.
    BigInteger square = times(d, d);
    BigInteger cube = times(square, d).divide(BigInteger.valueOf(3));
    return of(y).add(d).subtract(square.shiftRight(1)).add(cube);
  }

  /** Returns 1 - q and 1 + q with q = e^(-2|x|), whose quotient is tanh |x|. */
  static BigInteger[] hyperbolicTangent(double x) {
    double argument = -2 * Math.abs(x);
    BigInteger q = scaledExponential(argument).shiftLeft(orderOfExponential(argument));
    return new BigInteger[] {ONE.subtract(q), ONE.add(q)};
  }

  /**
   * Returns how many units in the last place a value is off.
   *
   * @param value the value
   * @param truth the true value / 2^order
   * @param order its binary order
   */
  static double ulps(double value, BigInteger truth, int order) {
    BigInteger difference = of(value, BITS - order).subtract(truth).abs();
    double rounded = Math.scalb(truth.doubleValue(), order - BITS);
    return Math.scalb(difference.doubleValue() / Math.scalb(Math.ulp(rounded), -order), -BITS);
  }

  /** Like {@link #ulps}, for a true value that is a quotient. */
  static double ulpsOfQuotient(double value, BigInteger numerator, BigInteger denominator) {
    double difference =
        of(value).multiply(denominator).shiftRight(BITS).subtract(numerator).doubleValue();
    double rounded = numerator.doubleValue() / denominator.doubleValue();
    return Math.abs(difference / denominator.doubleValue()) / Math.ulp(rounded);
  }

  private static BigInteger[] inverseFactorials(int count) {
    BigInteger[] values = new BigInteger[count];
    values[0] = ONE;
    for (int i = 1; i < count; i++) {
      values[i] = values[i - 1].divide(BigInteger.valueOf(i));
    }
    return values;
  }

  /** Machin: pi/4 = 4 arctan(1/5) - arctan(1/239). */
  private static BigInteger halfPi() {
    BigInteger one = BigInteger.ONE.shiftLeft(LONG_BITS + 16);
    BigInteger quarter = inverseArc(one, 5, -1).shiftLeft(2).subtract(inverseArc(one, 239, -1));
    return quarter.shiftRight(15);
  }

  /** ln 2 = 2 artanh(1/3). */
  private static BigInteger ln2() {
    return inverseArc(BigInteger.ONE.shiftLeft(LONG_BITS + 16), 3, 1).shiftRight(15);
  }

  /** arctan(1/n), or artanh(1/n) where the terms have all the same sign. */
  private static BigInteger inverseArc(BigInteger one, int n, int sign) {
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; power.signum() > 0; i++) {
      BigInteger term = power.divide(BigInteger.valueOf(2L * i + 1));
      sum = sign < 0 && i % 2 == 1 ? sum.subtract(term) : sum.add(term);
      power = power.divide(BigInteger.valueOf((long) n * n));
    }
    return sum;
  }
}

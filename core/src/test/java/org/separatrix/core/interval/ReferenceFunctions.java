package org.separatrix.core.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions to 60 significant digits, from their power series: the truth that enclosures
 * must contain. Shares nothing with {@link StrictMath} but a first guess of the logarithm.
 */
final class ReferenceFunctions {
  private static final MathContext DIGITS = new MathContext(66);

  /** Enough for the largest double, a number of 309 digits, modulo pi. */
  private static final MathContext REDUCTION = new MathContext(430);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  static final BigDecimal PI = pi();
  private static final BigDecimal HALF_PI = PI.divide(TWO, REDUCTION);
  private static final BigDecimal LOG_2 = twiceArtanh(reciprocal(3), new MathContext(100));
  private static final int HALVINGS = 8;
  private static final int BITS = 256;
  private static final BigInteger UNIT = BigInteger.ONE.shiftLeft(BITS);

  private ReferenceFunctions() {}

  record SineAndCosine(BigDecimal sin, BigDecimal cos) {}

  static BigDecimal exp(BigDecimal x) {
    int k = x.divide(LOG_2, new MathContext(20)).setScale(0, RoundingMode.HALF_EVEN).intValue();
    BigDecimal rest = x.subtract(LOG_2.multiply(BigDecimal.valueOf(k)), DIGITS);
    BigInteger small = fixed(rest).shiftRight(HALVINGS);
    BigInteger term = UNIT;
    BigInteger sum = UNIT;
    for (int n = 1; term.bitLength() > 1; n++) {
      term = term.multiply(small).shiftRight(BITS).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum).shiftRight(BITS);
    }
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(k)));
    return k < 0 ? decimal(sum).divide(power, DIGITS) : decimal(sum).multiply(power, DIGITS);
  }

  static BigDecimal log(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal guess = new BigDecimal(StrictMath.log(x.doubleValue()));
    BigDecimal ratio = x.multiply(exp(guess.negate()), DIGITS);
    // Close to 1 the guess is poor relative to the logarithm, but never in absolute terms.
    BigDecimal argument = ratio.subtract(BigDecimal.ONE).divide(ratio.add(BigDecimal.ONE), DIGITS);
    return guess.add(twiceArtanh(argument, DIGITS));
  }

  static SineAndCosine sineAndCosine(BigDecimal x) {
    BigInteger k = x.divide(HALF_PI, REDUCTION).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal rest =
        k.signum() == 0 ? x : x.subtract(HALF_PI.multiply(new BigDecimal(k))).round(DIGITS);
    BigDecimal sin = series(rest, 1, -1);
    BigDecimal cos = series(rest, 0, -1);
    return switch (k.and(BigInteger.valueOf(3)).intValue()) {
      case 0 -> new SineAndCosine(sin, cos);
      case 1 -> new SineAndCosine(cos, sin.negate());
      case 2 -> new SineAndCosine(sin.negate(), cos.negate());
      default -> new SineAndCosine(cos.negate(), sin);
    };
  }

  static BigDecimal tanh(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) < 0) {
      return series(x, 1, 1).divide(series(x, 0, 1), DIGITS);
    }
    BigDecimal power = exp(x.abs().min(BigDecimal.valueOf(100)).multiply(TWO));
    BigDecimal modulus = power.subtract(BigDecimal.ONE).divide(power.add(BigDecimal.ONE), DIGITS);
    return x.signum() < 0 ? modulus.negate() : modulus;
  }

  /** The sum of sign^n x^(2n + first) / (2n + first)!, |x| < 1. */
  private static BigDecimal series(BigDecimal x, int first, int sign) {
    BigInteger square = fixed(x.multiply(x, DIGITS)).multiply(BigInteger.valueOf(sign));
    BigInteger term = UNIT;
    BigInteger sum = UNIT;
    for (long n = first + 1L; term.bitLength() > 1; n += 2) {
      term = term.multiply(square).shiftRight(BITS).divide(BigInteger.valueOf(n * (n + 1)));
      sum = sum.add(term);
    }
    return first == 0 ? decimal(sum) : decimal(sum).multiply(x, DIGITS);
  }

  /** Fixed point with {@link #BITS} binary digits after the point. */
  private static BigInteger fixed(BigDecimal x) {
    return x.multiply(new BigDecimal(UNIT)).toBigInteger();
  }

  private static BigDecimal decimal(BigInteger fixed) {
    return new BigDecimal(fixed).divide(new BigDecimal(UNIT), DIGITS);
  }

  private static BigDecimal twiceArtanh(BigDecimal x, MathContext context) {
    BigDecimal square = x.multiply(x, context);
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 3; isRelevant(power, sum); n += 2) {
      power = power.multiply(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), context), context);
    }
    return sum.multiply(TWO);
  }

  /** Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
  private static BigDecimal pi() {
    BigDecimal fifth = arctanOfReciprocal(5).multiply(BigDecimal.valueOf(16));
    return fifth.subtract(arctanOfReciprocal(239).multiply(BigDecimal.valueOf(4)), REDUCTION);
  }

  private static BigDecimal arctanOfReciprocal(int n) {
    BigDecimal power = reciprocal(n);
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal sum = power;
    for (int k = 3; power.precision() - power.scale() > -REDUCTION.getPrecision() - 5; k += 2) {
      power = power.negate().divide(square, REDUCTION);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), REDUCTION), REDUCTION);
    }
    return sum;
  }

  private static BigDecimal reciprocal(int n) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(n), REDUCTION);
  }

  private static boolean isRelevant(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0
        && (sum.precision() - sum.scale()) - (term.precision() - term.scale()) < 105;
  }
}

package org.separatrix.core.extended;

import org.separatrix.core.formula.ElementaryFunction;
import org.separatrix.core.formula.PowerKernel;
import org.separatrix.core.formula.TurnLanes;

/**
 * Powers and elementary functions of extended numbers.
 *
 * <p>Where argument and result are well inside the range of doubles they are those of doubles, bit
 * for bit. Outside, a tiny argument is its own sine, tangent and hyperbolic tangent to the last
 * place, and exponents are split off; relative errors are a few units in the last place, that of a
 * power or an exponential times the logarithm of the result, as its argument is rounded.
 */
final class ExtendedFunctions {
  private static final ExtendedNumber TURN = ExtendedNumber.of(2 * Math.PI);
  private static final double LN_2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN_2_LOW = 0x1.abc9e3b39803fp-56;

  /** exp of a smaller magnitude is well inside the range of doubles. */
  private static final double MODERATE = 690;

  /** Exponents beyond this are infinite. */
  private static final double LARGEST_EXPONENT = 0x1p62;

  /** m^k with 1 <= m < 2 is well inside the range of doubles for k up to this. */
  private static final double LARGEST_POWER = 900;

  private ExtendedFunctions() {}

  /** Computes a function of one argument. */
  static ExtendedNumber apply(ElementaryFunction function, ExtendedNumber x) {
    return switch (function) {
      case EXP -> exp(x);
      case LOG -> x.significand() < 0 ? inDoubles(function, x) : log(x);
      case SIN, TAN, TANH -> isTiny(x) ? x : inDoubles(function, x);
      case COS -> inDoubles(function, x);
    };
  }

  /** Computes sin 2 pi x. */
  static ExtendedNumber sinOfTurns(ExtendedNumber x) {
    return isTiny(x) ? TURN.times(x) : ExtendedNumber.of(TurnLanes.sin(x.toDouble()));
  }

  /** Computes cos 2 pi x. */
  static ExtendedNumber cosOfTurns(ExtendedNumber x) {
    return ExtendedNumber.of(TurnLanes.cos(x.toDouble()));
  }

  /** Computes x^k. */
  static ExtendedNumber power(ExtendedNumber x, double k) {
    double simple = PowerKernel.apply(x.toDouble(), k);
    boolean isPlain = x.isWellInsideDoubles() && ExtendedNumber.of(simple).isWellInsideDoubles();
    boolean isSpecial = x.isZero() || !x.isFinite() || !Double.isFinite(k);
    if ((isPlain && simple != 0 && Double.isFinite(simple)) || isSpecial) {
      return ExtendedNumber.of(simple);
    }
    double sign = StrictMath.pow(Math.signum(x.significand()), k);
    return ExtendedNumber.of(sign).times(positivePower(Math.abs(x.significand()), x.exponent(), k));
  }

  /** Computes (m 2^e)^k for m in [1, 2). */
  private static ExtendedNumber positivePower(double m, long e, double k) {
    if (Math.abs(k) > LARGEST_POWER) {
      ExtendedNumber root = positivePower(m, e, k / 2);
      return root.times(root);
    }
    double product = e * k;
    double whole = Math.rint(product);
    if (Math.abs(whole) > LARGEST_EXPONENT) {
      return ExtendedNumber.of(whole > 0 ? Double.POSITIVE_INFINITY : 0);
    }
    double rest = (product - whole) + Math.fma((double) e, k, -product);
    double fraction = StrictMath.pow(m, k) * StrictMath.pow(2, rest);
    return ExtendedNumber.scaled(fraction, (long) whole);
  }

  private static ExtendedNumber exp(ExtendedNumber x) {
    double argument = x.toDouble();
    if (!(Math.abs(argument) > MODERATE)) {
      return ExtendedNumber.of(ElementaryFunction.EXP.apply(argument));
    }
    double whole = Math.rint(argument / LN_2_HIGH);
    if (Math.abs(whole) > LARGEST_EXPONENT) {
      return ExtendedNumber.of(whole > 0 ? Double.POSITIVE_INFINITY : 0);
    }
    double rest = Math.fma(-whole, LN_2_LOW, Math.fma(-whole, LN_2_HIGH, argument));
    return ExtendedNumber.scaled(ElementaryFunction.EXP.apply(rest), (long) whole);
  }

  private static ExtendedNumber log(ExtendedNumber x) {
    return x.isWellInsideDoubles()
        ? inDoubles(ElementaryFunction.LOG, x)
        : ExtendedNumber.of(
            Math.fma(
                (double) x.exponent(),
                LN_2_HIGH,
                Math.fma((double) x.exponent(), LN_2_LOW, StrictMath.log(x.significand()))));
  }

  /** Tells whether doubles would lose the argument, which then is smaller than 2^-1000. */
  private static boolean isTiny(ExtendedNumber x) {
    return x.isFinite() && x.exponent() < 0 && !x.isWellInsideDoubles();
  }

  private static ExtendedNumber inDoubles(ElementaryFunction function, ExtendedNumber x) {
    return ExtendedNumber.of(function.apply(x.toDouble()));
  }
}

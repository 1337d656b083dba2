package org.separatrix.analysis.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Words numbers for people: short, in the same way on every machine. */
public final class Numbers {
  private static final int DIGITS = 4;

  private Numbers() {}

  /**
   * Returns a count with thousands separated, such as {@code 100,000}.
   *
   * @param count the count
   */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * Returns a count with its noun, such as {@code 1 point} or {@code 2,000 runs}.
   *
   * @param count the count
   * @param noun what one of them is called
   */
  public static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /**
   * Returns a number with up to four significant digits, such as {@code 0.88} or {@code 3.6e-5}.
   *
   * @param value the number
   */
  public static String number(double value) {
    return number(value, DIGITS);
  }

  /**
   * Returns a number with a limited number of significant digits.
   *
   * @param value the number
   * @param digits at most so many, at least 1
   */
  public static String number(double value, int digits) {
    return value == 0 || !Double.isFinite(value)
        ? plainOrName(value)
        : rounded(value, new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /**
   * Returns an upper bound of a probability, rounded up to two significant digits, such as {@code
   * 3.0e-5}.
   *
   * @param bound the bound, from 0 to 1
   */
  public static String upperBound(double bound) {
    if (bound == 0 || !Double.isFinite(bound)) {
      return plainOrName(bound);
    }
    BigDecimal digits = new BigDecimal(bound).round(new MathContext(2, RoundingMode.CEILING));
    return bound < 1e-3
        ? scientific(digits.setScale(digits.scale() + 2 - digits.precision()))
        : digits.stripTrailingZeros().toPlainString();
  }

  /**
   * Returns a share as a percentage with up to three significant digits, such as {@code 1.53%}.
   *
   * @param share the share, 1 being all
   */
  public static String percent(double share) {
    return share == 0 || !Double.isFinite(share)
        ? plainOrName(share) + "%"
        : rounded(100 * share, new MathContext(3, RoundingMode.HALF_EVEN)) + "%";
  }

  /**
   * Returns a point, such as {@code (0, -1)}; of many coordinates only the first three.
   *
   * @param x the coordinates; not modified
   */
  public static String point(double[] x) {
    StringBuilder text = new StringBuilder("(");
    for (int k = 0; k < Math.min(3, x.length); k++) {
      text.append(k == 0 ? "" : ", ").append(number(x[k]));
    }
    return text.append(x.length > 3 ? ", ...)" : ")").toString();
  }

  private static String plainOrName(double value) {
    return value == 0 ? "0" : Double.toString(value);
  }

  private static String rounded(double value, MathContext digits) {
    BigDecimal decimal = new BigDecimal(value).round(digits).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    return exponent >= -3 && exponent < 7 ? decimal.toPlainString() : scientific(decimal);
  }

  private static String scientific(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    int exponent = decimal.precision() - decimal.scale() - 1;
    return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }
}

package org.separatrix.runner.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Words the numbers beside axes: plain where they are short, else with a power of ten. */
final class TickLabels {
  /** Exponents of ten that are written as plain numbers. */
  private static final int LEAST_PLAIN = -3;

  private static final int MOST_PLAIN = 5;

  private TickLabels() {}

  /**
   * Returns the label of a mark between equal steps.
   *
   * @param value of the mark
   * @param step between marks
   * @param largest magnitude on the axis
   */
  static String linear(BigDecimal value, BigDecimal step, double largest) {
    if (value.signum() == 0) {
      return "0";
    }
    int top = (int) Math.floor(Math.log10(largest) + 1e-12);
    if (top > MOST_PLAIN || top < LEAST_PLAIN) {
      int digits = Math.max(0, top - exponent(step));
      String mantissa =
          signed(value.scaleByPowerOfTen(-top).setScale(digits, RoundingMode.HALF_EVEN));
      return mantissa + "×" + Typography.powerOfTen(top);
    }
    int digits = Math.max(0, -exponent(step));
    return signed(value.setScale(digits, RoundingMode.HALF_EVEN));
  }

  /**
   * Tells whether all powers of ten of an axis are written as plain numbers.
   *
   * @param from smallest exponent
   * @param to largest exponent
   */
  static boolean arePlain(int from, int to) {
    return from >= LEAST_PLAIN + 1 && to <= MOST_PLAIN;
  }

  /**
   * Returns the label of digit times a power of ten.
   *
   * @param digit from 1 to 9
   * @param exponent of ten
   * @param plain whether as a plain number
   */
  static String power(int digit, int exponent, boolean plain) {
    if (plain) {
      BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      return signed(value.setScale(Math.max(0, -exponent), RoundingMode.HALF_EVEN));
    }
    return (digit == 1 ? "" : digit + "×") + Typography.powerOfTen(exponent);
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static String signed(BigDecimal value) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value)
        .replace('-', '−');
  }
}

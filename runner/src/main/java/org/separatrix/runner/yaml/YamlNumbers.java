package org.separatrix.runner.yaml;

import java.math.BigDecimal;

/** Writes numbers so that reading them gives the same number. */
public final class YamlNumbers {
  private YamlNumbers() {}

  /**
   * Returns the shortest decimal that reads as the number.
   *
   * @param value a finite number
   */
  public static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-4 && magnitude < 1e7) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().toString();
    int sign = value < 0 ? 1 : 0;
    int exponent = decimal.precision() - decimal.scale() - 1;
    String fraction = digits.substring(sign + 1);
    // YAML 1.1 takes 1e-10 for a text: it wants the point.
    return digits.substring(0, sign + 1)
        + "."
        + (fraction.isEmpty() ? "0" : fraction)
        + "e"
        + (exponent < 0 ? "" : "+")
        + exponent;
  }
}

package org.separatrix.core.formula;

/** Writes numbers and fused products as Java expressions. */
public final class JavaText {
  private JavaText() {}

  /**
   * Returns a number as a literal.
   *
   * @param number any number
   */
  public static String literal(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return number < 0 ? "(" + number + ")" : Double.toString(number);
  }

  /** Returns a fused multiply-add, x y + z rounded once. */
  public static String fma(String x, String y, String z) {
    return "Math.fma(" + x + ", " + y + ", " + z + ")";
  }
}

package org.separatrix.core.formula;

/** Writes operations as Java expressions that compute them to the last bit. */
public final class JavaText {
  private JavaText() {}

  /**
   * Returns the expression for an operation.
   *
   * @param operation arithmetic, not an elementary function
   * @param a text of the first operand; likewise b and c, which are ignored where there are none
   * @param k text of the constant
   */
  public static String of(Operation operation, String a, String b, String c, String k) {
    return switch (operation) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> a + " + " + b;
      case SUBTRACT -> a + " - " + b;
      case ADD_CONSTANT -> a + " + " + k;
      case SUBTRACT_FROM_CONSTANT -> k + " - " + a;
      case SCALE -> k + " * " + a;
      case SCALE_ADD -> fma(k, a, b);
      case MULTIPLY -> a + " * " + b;
      case MULTIPLY_ADD -> fma(a, b, c);
      case MULTIPLY_SUBTRACT -> fma(a, b, "-" + c);
      case SUBTRACT_PRODUCT -> fma("-" + a, b, c);
      case DIVIDE -> a + " / " + b;
      case DIVIDE_CONSTANT -> k + " / " + a;
      case SQUARE_ROOT -> "Math.sqrt(" + a + ")";
      case POWER, SIN, COS, TAN, EXP, LOG, TANH ->
          throw new IllegalArgumentException(operation + " is not arithmetic");
    };
  }

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

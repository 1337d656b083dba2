package org.separatrix.core.formula;

/** Writes operations as Java expressions that compute them to the last bit. */
public final class JavaText {
  private JavaText() {}

  /**
   * Returns the expression for an operation.
   *
   * <p>Of an elementary function it is the branch-free form, which is not a number where it cannot
   * tell the result; see {@link ElementaryLanes}.
   *
   * @param operation any but {@link Operation#POWER}
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
      case SCALE -> scaled(k, a);
      case SCALE_ADD -> fma(k, a, b);
      case MULTIPLY -> a + " * " + b;
      case MULTIPLY_ADD -> fma(a, b, c);
      case MULTIPLY_SUBTRACT -> fma(a, b, "-" + c);
      case SUBTRACT_PRODUCT -> fma("-" + a, b, c);
      case DIVIDE -> a + " / " + b;
      case DIVIDE_CONSTANT -> k + " / " + a;
      case SQUARE_ROOT -> "Math.sqrt(" + a + ")";
      case SIN_TURNS -> call(TurnLanes.class, "sin", a);
      case COS_TURNS -> call(TurnLanes.class, "cos", a);
      case SIN -> elementary("sin", a);
      case COS -> elementary("cos", a);
      case TAN -> elementary("tan", a);
      case EXP -> elementary("exp", a);
      case LOG -> elementary("log", a);
      case TANH -> elementary("tanh", a);
      case POWER -> throw new IllegalArgumentException("powers are not written as Java");
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

  private static String elementary(String function, String argument) {
    return call(ElementaryLanes.class, function, argument);
  }

  private static String call(Class<?> functions, String function, String argument) {
    return functions.getName() + "." + function + "(" + argument + ")";
  }

  /**
   * Returns a multiple, k x, as k x - 0, which has the same bits, zeros of both signs included. C2
   * did not vectorise many loops in which numbers are multiplied by several constants. Twice x is x
   * + x, since a loop mostly waits for products.
   *
   * @param k the factor: a literal or a variable
   * @param x a variable
   */
  public static String scaled(String k, String x) {
    return k.equals("2.0") ? x + " + " + x : fma(k, x, "-0.0");
  }

  /** Returns a fused multiply-add, x y + z rounded once. */
  public static String fma(String x, String y, String z) {
    return "Math.fma(" + x + ", " + y + ", " + z + ")";
  }
}

package org.separatrix.analysis.rate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers in findings, for people. */
public final class Figures {
  private Figures() {}

  /**
   * Returns a number with a few significant digits.
   *
   * @param value the number
   * @param digits how many digits
   */
  public static String of(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude < 1e-4 || magnitude >= 1e9) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    int whole = (int) Math.floor(Math.log10(magnitude)) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, digits - whole) + "f", value);
  }

  /**
   * Returns a number with four significant digits.
   *
   * @param value the number
   */
  public static String of(double value) {
    return of(value, 4);
  }

  /**
   * Returns a number with two significant digits, for errors and bounds.
   *
   * @param value the number
   */
  public static String rough(double value) {
    return of(value, 2);
  }

  /**
   * Returns a whole number with its thousands separated.
   *
   * @param value the number
   */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * Returns a point, shortened when it has many coordinates.
   *
   * @param x coordinates; not modified
   */
  public static String point(double[] x) {
    String listed =
        Arrays.stream(x).limit(4).mapToObj(Figures::of).collect(Collectors.joining(", "));
    return "(" + listed + (x.length > 4 ? ", ...)" : ")");
  }
}

package org.separatrix.runner.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.separatrix.api.objective.Box;

/** Numbers as a person reads them. */
public final class Numbers {
  private static final int LISTED = 6;
  private static final int DIGITS = 4;

  /** More are not told apart in double precision. */
  private static final int MOST_DIGITS = 16;

  private static final List<Unit> LONG_UNITS =
      List.of(
          new Unit("years", 31_557_600),
          new Unit("days", 86_400),
          new Unit("hours", 3_600),
          new Unit("min", 60));

  private record Unit(String name, long seconds) {}

  private Numbers() {}

  /** Four significant digits without trailing zeros; powers of ten far from 1. */
  static String brief(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude < 1e-3 || magnitude >= 1e7) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    return rounded.toPlainString();
  }

  /** Two significant digits of a number that is no less. */
  static String atLeast(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.CEILING));
    return String.format(Locale.ROOT, "%.1e", rounded);
  }

  /** Seven significant digits without trailing zeros, all of a short number. */
  static String precise(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return brief(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(7)).stripTrailingZeros();
    double magnitude = Math.abs(value);
    return magnitude < 1e-4 || magnitude >= 1e9
        ? String.format(Locale.ROOT, "%.6e", value)
        : rounded.toPlainString();
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f s" : "%.0f s", value);
  }

  /** Seconds in the largest unit of which there are at least two. */
  static String duration(double seconds) {
    for (Unit unit : LONG_UNITS) {
      if (seconds >= 2 * unit.seconds()) {
        return count(Math.round(seconds / unit.seconds())) + " " + unit.name();
      }
    }
    return seconds(seconds);
  }

  /** A vector, shortened when it is long. */
  static String list(double[] values) {
    String listed =
        Arrays.stream(values)
            .limit(LISTED)
            .mapToObj(Numbers::brief)
            .collect(Collectors.joining(", "));
    return values.length <= LISTED ? listed : listed + ", ... (" + values.length + " numbers)";
  }

  static String point(double[] x) {
    return "(" + list(x) + ")";
  }

  /**
   * A point with so many digits that places in a domain can be told from each other, however far
   * from the origin the domain lies.
   *
   * @param x the point
   * @param domain the domain, of the same dimension
   */
  static String point(double[] x, Box domain) {
    String[] listed = new String[Math.min(x.length, LISTED)];
    Arrays.setAll(listed, k -> within(x[k], domain.high()[k] - domain.low()[k]));
    String text = String.join(", ", listed);
    return "(" + (x.length <= LISTED ? text : text + ", ... (" + x.length + " numbers)") + ")";
  }

  /** Four significant digits, and those more that the width of the domain needs. */
  private static String within(double value, double width) {
    double more = Math.floor(Math.log10(Math.abs(value) / width));
    if (!(more > 0) || !Double.isFinite(more)) {
      return brief(value);
    }
    int digits = (int) Math.min(DIGITS + more, MOST_DIGITS);
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return rounded.toPlainString();
  }

  /**
   * A count with its noun, such as 1 cell and 2,000 runs.
   *
   * @param count how many
   * @param noun what one of them is called
   */
  public static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}

package org.separatrix.runner.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values strictly: what one version of YAML takes for a number, a truth value or a
 * text and another does not, is an error.
 *
 * <p>Numbers are decimal, such as {@code 5}, {@code -0.5}, {@code 1e-10}, {@code 100_000}. A whole
 * number may be written with an exponent. Every method returns null after it has reported a
 * problem.
 */
final class Scalars {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]*|(?=\\.[0-9]))(\\.[0-9]*)?([eE][-+]?[0-9]{1,9})?");
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(_[0-9]{3})+");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-9_]+|[-+]?0o[0-7]+");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> YES_OR_NO = Set.of("yes", "no", "on", "off", "true", "false");

  /** All digits of the smallest number fit, and reading more takes long. */
  private static final int LONGEST_NUMBER = 1100;

  private final Diagnostics diagnostics;

  Scalars(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A finite number. */
  @Nullable Double number(YamlNode node) {
    BigDecimal decimal = decimal(node, "a number");
    if (decimal == null) {
      return null;
    }
    double value = decimal.doubleValue();
    if (Double.isInfinite(value)) {
      report(node, node.describe() + " is beyond the largest number, 1.8e308");
      return null;
    }
    if (value == 0 && decimal.signum() != 0) {
      report(node, node.describe() + " is below the smallest number, 4.9e-324");
      return null;
    }
    return value;
  }

  /** A whole number in a range. */
  @Nullable Long whole(YamlNode node, long least, long most) {
    BigDecimal decimal = decimal(node, "a whole number");
    if (decimal == null) {
      return null;
    }
    boolean far = decimal.precision() - (long) decimal.scale() > 30;
    if (!far && decimal.stripTrailingZeros().scale() > 0) {
      report(node, "expected a whole number, but got " + node.describe());
      return null;
    }
    if (far
        || decimal.compareTo(BigDecimal.valueOf(least)) < 0
        || decimal.compareTo(BigDecimal.valueOf(most)) > 0) {
      report(node, node.describe() + " is beyond the largest whole number, " + most);
      return null;
    }
    return decimal.longValue();
  }

  /** {@code true} or {@code false}. */
  @Nullable Boolean truth(YamlNode node) {
    if (node instanceof YamlScalar scalar && scalar.plain()) {
      if (scalar.text().equals("true") || scalar.text().equals("false")) {
        return Boolean.valueOf(scalar.text());
      }
      String word = scalar.text().toLowerCase(Locale.ROOT);
      if (YES_OR_NO.contains(word) || word.equals("y") || word.equals("n")) {
        boolean meant = List.of("yes", "on", "true", "y").contains(word);
        report(
            node,
            "expected true or false, but got %s.%nMaybe write %s."
                .formatted(node.describe(), meant));
        return null;
      }
    }
    report(node, "expected true or false, but got " + node.describe());
    return null;
  }

  /** A text; one that looks like something else must stand in quotes. */
  @Nullable String text(YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      report(node, "expected a text, but got " + node.describe());
      return null;
    }
    String text = scalar.text();
    if (scalar.plain() && !isPlainText(text)) {
      report(
          node,
          "expected a text, but got %s.%nMaybe put it in quotes: \"%s\".".formatted(text, text));
      return null;
    }
    return text;
  }

  /** Tells whether a text can stand without quotes and be nothing but a text. */
  static boolean isPlainText(String text) {
    return !YES_OR_NO.contains(text.toLowerCase(Locale.ROOT))
        && !looksLikeNumber(text)
        && !YamlScalar.of(Location.of(""), text, true).isNull();
  }

  private static boolean looksLikeNumber(String text) {
    return NUMBER.matcher(text).matches()
        || GROUPED.matcher(text).matches()
        || OCTAL.matcher(text).matches()
        || NOT_FINITE.matcher(text).matches();
  }

  private @Nullable BigDecimal decimal(YamlNode node, String expected) {
    if (!(node instanceof YamlScalar scalar)) {
      report(node, "expected %s, but got %s".formatted(expected, node.describe()));
      return null;
    }
    String text = scalar.text();
    if (text.length() > LONGEST_NUMBER) {
      report(
          node, "expected %s, but got a text of %,d characters".formatted(expected, text.length()));
      return null;
    }
    if (!scalar.plain()) {
      String advice = looksLikeNumber(text) ? "%nMaybe remove the quotes.".formatted() : "";
      String stop = advice.isEmpty() ? "" : ".";
      report(
          node, "expected %s, but got %s%s%s".formatted(expected, node.describe(), stop, advice));
      return null;
    }
    if (GROUPED.matcher(text).matches() && !text.matches("[-+]?0.*")) {
      return new BigDecimal(text.replace("_", ""));
    }
    if (OCTAL.matcher(text).matches()) {
      String decimal = text.replaceFirst("0o?[0_]*(?=.)", "");
      report(
          node,
          "%s is octal in some versions of YAML and decimal in others.%nMaybe write %s."
              .formatted(text, decimal));
      return null;
    }
    if (NOT_FINITE.matcher(text).matches()) {
      report(node, "expected %s, but got %s: it must be finite".formatted(expected, text));
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      report(node, "expected %s, but got %s".formatted(expected, node.describe()));
      return null;
    }
    return new BigDecimal(text);
  }

  private void report(YamlNode node, String message) {
    diagnostics.add(node.location(), message);
  }
}

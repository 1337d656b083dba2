package org.separatrix.runner.latex;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text in LaTeX: no character of it is a command, and symbols, such as {@code lambda_min},
 * {@code x^2} and {@code <=}, are set in math mode.
 */
final class LatexText {
  private static final List<String> GREEK =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta", "kappa", "lambda", "mu",
          "nu", "rho", "sigma", "tau", "chi", "pi");

  /** What is raised or lowered; LaTeX takes one of each. */
  private static final String INDEX = "(?:-?[0-9]+|max|min|[a-z](?![A-Za-z]))";

  private static final String INDICES = "(?:_" + INDEX + "(?:\\^" + INDEX + ")?|\\^" + INDEX + ")";

  /** A Greek letter or a single letter, with what is raised or lowered, or a sign. */
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?<![\\w^\\\\-])(?:(?:%1$s)(?![A-Za-z-])%2$s?|[A-Za-z]%2$s)(?![\\w^])|<=|>=|\\+-"
              .formatted(String.join("|", GREEK), INDICES));

  private static final Map<String, String> SIGNS = Map.of("<=", "\\le", ">=", "\\ge", "+-", "\\pm");

  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('$', "\\$"),
          Map.entry('&', "\\&"),
          Map.entry('#', "\\#"),
          Map.entry('%', "\\%"),
          Map.entry('_', "\\_"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('<', "\\textless{}"),
          Map.entry('>', "\\textgreater{}"),
          Map.entry('|', "\\textbar{}"),
          Map.entry('"', "\\textquotedbl{}"),
          Map.entry('`', "\\textasciigrave{}"));

  private LatexText() {}

  /**
   * Escapes a text without looking for symbols, such as an id.
   *
   * @param text the text
   */
  static String plain(String text) {
    StringBuilder latex = new StringBuilder();
    text.codePoints().forEach(character -> append(character, latex));
    return latex.toString();
  }

  /**
   * Escapes a text and sets its symbols in math mode.
   *
   * @param text the text, as an analyzer writes it
   */
  static String set(String text) {
    StringBuilder latex = new StringBuilder();
    int from = 0;
    Matcher symbol = SYMBOL.matcher(text);
    while (symbol.find()) {
      latex.append(plain(text.substring(from, symbol.start())));
      latex.append('$').append(math(symbol.group())).append('$');
      from = symbol.end();
    }
    return latex.append(plain(text.substring(from))).toString();
  }

  /**
   * Returns a number in math mode, with a power of ten where it is far from 1.
   *
   * @param value the number
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "--" : value > 0 ? "$\\infty$" : "$-\\infty$";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return "$" + (long) value + "$";
    }
    String digits = String.format(Locale.ROOT, "%.5g", value);
    int exponent = digits.indexOf('e');
    if (exponent < 0) {
      return "$" + digits.replaceFirst("0+$", "").replaceFirst("\\.$", "") + "$";
    }
    return "$%s \\times 10^{%d}$"
        .formatted(
            digits.substring(0, exponent).replaceFirst("\\.?0+$", ""),
            Integer.parseInt(digits.substring(exponent + 1)));
  }

  private static String math(String symbol) {
    if (SIGNS.containsKey(symbol)) {
      return SIGNS.get(symbol);
    }
    String letters = symbol.split("[_^]", 2)[0];
    String head = letters.length() > 1 ? "\\" + letters : letters;
    return head
        + symbol
            .substring(letters.length())
            .replaceAll("_(max|min)", "_{\\\\$1}")
            .replaceAll("([_^])(-?[0-9]+|[a-z])", "$1{$2}");
  }

  private static void append(int character, StringBuilder latex) {
    String escape = character < 0x80 ? ESCAPES.get((char) character) : null;
    if (escape != null) {
      latex.append(escape);
    } else if (Character.isISOControl(character)) {
      latex.append(' ');
    } else if (character < 0x80 || (character >= 0xC0 && character <= 0x17F)) {
      latex.appendCodePoint(character);
    } else {
      // LaTeX stops at letters that its fonts do not have; what they are is said instead.
      latex.append("[U+%04X]".formatted(character));
    }
  }
}

package org.separatrix.runner.figure;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sets the plain text of labels as print does: names of Greek letters become letters, {@code ^2}
 * and {@code _min} raised and lowered, {@code <=} and {@code +-} signs.
 */
final class Typography {
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("chi", "χ"),
          Map.entry("pi", "π"));

  /** A whole word: letters beside it, or a hyphen as in a name, make it another one. */
  private static final Pattern LETTER =
      Pattern.compile("(?<![A-Za-z-])(" + String.join("|", GREEK.keySet()) + ")(?![A-Za-z-])");

  private static final Pattern RAISED = Pattern.compile("\\^(-?[0-9]+|-?[knsu](?![A-Za-z]))");
  private static final Pattern LOWERED =
      Pattern.compile("(?<=[A-Za-zα-ω])_([0-9]+|max|min|[ijkn])(?![A-Za-z0-9.])");

  /** Before a number, or between spaces; a hyphen within a word stays one. */
  private static final Pattern MINUS =
      Pattern.compile("(?<![^\\s=(,/])-(?=[0-9.]|ln|[α-ω])|(?<=\\s)-(?=\\s)");

  private static final String PLAIN = "-0123456789aijkmnsux";
  private static final String ABOVE = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵃⁱʲᵏᵐⁿˢᵘˣ";
  private static final String BELOW = "₋₀₁₂₃₄₅₆₇₈₉ₐᵢⱼₖₘₙₛᵤₓ";

  private Typography() {}

  /**
   * Sets a text.
   *
   * @param text as an analyzer writes it
   */
  static String set(String text) {
    String letters = LETTER.matcher(text).replaceAll(found -> GREEK.get(found.group(1)));
    String raised = RAISED.matcher(letters).replaceAll(found -> raised(found.group(1)));
    String lowered = LOWERED.matcher(raised).replaceAll(found -> shifted(found.group(1), BELOW));
    String signed = MINUS.matcher(lowered).replaceAll("−");
    return signed.replace("<=", "≤").replace(">=", "≥").replace("+-", "±");
  }

  /**
   * Returns a power of ten, such as 10⁻³.
   *
   * @param exponent its exponent
   */
  static String powerOfTen(int exponent) {
    return "10" + raised(Integer.toString(exponent));
  }

  private static String raised(String digits) {
    return shifted(digits, ABOVE);
  }

  private static String shifted(String characters, String alphabet) {
    StringBuilder text = new StringBuilder();
    characters.chars().forEach(each -> text.append(alphabet.charAt(PLAIN.indexOf(each))));
    return text.toString();
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.separatrix.core.formula.Token.Kind;

/** Cuts the text of a formula into tokens. */
final class Tokenizer {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Pattern SYMBOL = Pattern.compile("[-+*/^()\\[\\],]");

  /** What people write for something that has another notation here. */
  private static final Map<String, String> NOTATION =
      Map.of("·", "*", "×", "*", "÷", "/", "−", "-", "–", "-", "²", "^2", "³", "^3", "√", "sqrt");

  private final String text;
  private final Matcher matcher;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Tokenizer(String text) {
    this.text = text;
    matcher = NUMBER.matcher(text);
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    while (position < text.length()) {
      if (looksAt(SPACE)) {
        position = matcher.end();
      } else if (looksAt(NUMBER)) {
        number();
      } else if (looksAt(NAME)) {
        add(Kind.NAME);
      } else if (text.startsWith("**", position)) {
        throw Problem.at(column(), "'**' is not an operator.", "write ^ for powers, such as x^2.");
      } else if (looksAt(SYMBOL)) {
        add(Kind.SYMBOL);
      } else {
        unexpected();
      }
    }
    tokens.add(new Token(Kind.END, "", column()));
  }

  private void number() {
    String digits = matcher.group();
    if (Double.isInfinite(Double.parseDouble(digits))) {
      throw Problem.at(
          column(), "the number %s is too large: the largest is 1.8e308".formatted(digits));
    }
    int end = matcher.end();
    if (end < text.length() && text.charAt(end) == '.') {
      throw Problem.at(column(), "'%s.' is not a number".formatted(digits));
    }
    add(Kind.NUMBER);
  }

  private void unexpected() {
    String character = Character.toString(text.codePointAt(position));
    String message = "unexpected character '" + character + "'";
    String notation = NOTATION.get(character);
    throw notation == null
        ? Problem.at(column(), message)
        : Problem.at(column(), message + ".", "write " + notation + ".");
  }

  private boolean looksAt(Pattern pattern) {
    return matcher.usePattern(pattern).region(position, text.length()).lookingAt();
  }

  private void add(Kind kind) {
    tokens.add(new Token(kind, matcher.group(), column()));
    position = matcher.end();
  }

  private int column() {
    return position + 1;
  }
}

package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.core.formula.Token.Kind;

/**
 * Reads a formula by recursive descent.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = unary { ("*" | "/") unary }
 * unary   = "-" unary | power
 * power   = operand [ "^" unary ]                      right associative
 * operand = number | name | name "[" sum "]" | name "(" sum ")" | "(" sum ")" | loop
 * loop    = ("sum" | "prod") "(" name "," sum "," sum "," sum ")"
 * </pre>
 */
final class Parser {
  /** How deep parentheses, signs and powers may nest, well below what the stack holds. */
  static final int MAXIMAL_DEPTH = 200;

  private final List<Token> tokens;
  private int position;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns what a text says.
   *
   * @param text the formula
   * @throws FormulaException if it is not a formula
   */
  static Syntax parse(String text) {
    Parser parser = new Parser(Tokenizer.tokens(text));
    Syntax syntax = parser.sum();
    Token next = parser.peek();
    if (next.kind() != Kind.END) {
      throw next.is(")")
          ? Problem.at(next.column(), "')' without a '(' before it")
          : parser.unexpected("an operator");
    }
    return syntax;
  }

  private Syntax sum() {
    int column = peek().column();
    List<Syntax> terms = new ArrayList<>();
    terms.add(product());
    while (peek().is("+") || peek().is("-")) {
      Token sign = take();
      Syntax term = product();
      terms.add(sign.is("-") ? new Syntax.Negation(term, sign.column()) : term);
    }
    return terms.size() == 1 ? terms.get(0) : new Syntax.Sum(terms, column);
  }

  private Syntax product() {
    int column = peek().column();
    Syntax first = unary();
    List<Syntax.Factor> factors = new ArrayList<>();
    factors.add(new Syntax.Factor(first, false));
    while (peek().is("*") || peek().is("/")) {
      boolean divides = take().is("/");
      factors.add(new Syntax.Factor(unary(), divides));
    }
    if (peek().beginsOperand()) {
      throw missingOperator();
    }
    return factors.size() == 1 ? first : new Syntax.Product(factors, column);
  }

  private Syntax unary() {
    if (++depth > MAXIMAL_DEPTH) {
      throw tooDeep();
    }
    Token token = peek();
    Syntax syntax;
    if (token.is("-")) {
      take();
      syntax = new Syntax.Negation(unary(), token.column());
    } else {
      syntax = power();
    }
    depth--;
    return syntax;
  }

  private Syntax power() {
    int column = peek().column();
    Syntax base = operand();
    if (!peek().is("^")) {
      return base;
    }
    take();
    return new Syntax.Power(base, unary(), column);
  }

  private Syntax operand() {
    Token token = peek();
    if (token.is("(")) {
      take();
      Syntax inner = sum();
      close(")", token);
      return inner;
    }
    if (token.kind() == Kind.NUMBER) {
      take();
      return new Syntax.Literal(Double.parseDouble(token.text()), token.column());
    }
    if (token.kind() != Kind.NAME) {
      throw unexpected("a number, a name or '('");
    }
    take();
    if (Vocabulary.LOOPS.contains(token.text())) {
      return loop(token);
    }
    if (Vocabulary.FUNCTIONS.contains(token.text())) {
      return call(token);
    }
    return peek().is("[") ? indexed(token) : new Syntax.Name(token.text(), token.column());
  }

  private Syntax call(Token function) {
    Token opening = open(function, "(x)");
    Syntax argument = sum();
    if (peek().is(",")) {
      throw Problem.at(
          peek().column(), "'%s' takes one argument, not several".formatted(function.text()));
    }
    close(")", opening);
    return new Syntax.Call(function.text(), argument, function.column());
  }

  private Syntax indexed(Token name) {
    Token opening = take();
    Syntax index = sum();
    close("]", opening);
    return new Syntax.Indexed(name.text(), index, name.column());
  }

  private Syntax loop(Token name) {
    Token opening = open(name, "(i, 1, n, x[i])");
    Token variable = peek();
    if (variable.kind() != Kind.NAME) {
      throw unexpected("the name of the loop's variable");
    }
    take();
    comma(name);
    Syntax from = sum();
    comma(name);
    Syntax to = sum();
    comma(name);
    Syntax body = sum();
    close(")", opening);
    Syntax.Loop.Kind kind = Syntax.Loop.Kind.valueOf(name.text().toUpperCase(Locale.ROOT));
    return new Syntax.Loop(kind, variable.text(), variable.column(), from, to, body, name.column());
  }

  private Token open(Token name, String example) {
    if (!peek().is("(")) {
      throw Problem.at(
          peek().column(),
          "expected '(' after '%s' %s.".formatted(name.text(), peek().found()),
          "write %s%s.".formatted(name.text(), example));
    }
    return take();
  }

  private void comma(Token loop) {
    if (!peek().is(",")) {
      throw Problem.at(
          peek().column(),
          "expected ',' %s: '%s' takes four arguments.".formatted(peek().found(), loop.text()),
          "write %s(i, 1, n, x[i]).".formatted(loop.text()));
    }
    take();
  }

  private void close(String symbol, Token opening) {
    if (!peek().is(symbol)) {
      throw unexpected(
          "'%s' for the '%s' in column %d".formatted(symbol, opening.text(), opening.column()));
    }
    take();
  }

  private FormulaException unexpected(String expected) {
    return Problem.at(peek().column(), "expected %s %s".formatted(expected, peek().found()));
  }

  /** Two operands side by side. */
  private FormulaException missingOperator() {
    Token left = tokens.get(position - 1);
    Token right = peek();
    if (left.kind() == Kind.NAME && right.is("(")) {
      return Vocabulary.notAFunction(left);
    }
    return Problem.at(
        right.column(),
        "expected an operator but found '%s'.".formatted(right.text()),
        "write %s*%s.".formatted(abridged(left), abridged(right)));
  }

  private static String abridged(Token token) {
    return token.is("(") || token.is(")") ? "(...)" : token.is("]") ? "[...]" : token.text();
  }

  private FormulaException tooDeep() {
    return Problem.at(
        peek().column(),
        "parentheses, signs and powers are nested more than %d deep".formatted(MAXIMAL_DEPTH));
  }

  private Token peek() {
    return tokens.get(position);
  }

  private Token take() {
    return tokens.get(position++);
  }
}

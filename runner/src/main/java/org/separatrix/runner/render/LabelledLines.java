package org.separatrix.runner.render;

import com.google.common.base.Splitter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;

/** Prints texts beside labels, broken at spaces so that lines fit a width. */
public final class LabelledLines {
  /** Room for the labels of most reports. */
  static final int LABEL = 20;

  private static final String MARGIN = "  ";

  private final PrintWriter out;
  private final int labelWidth;
  private final int width;

  /**
   * Creates a printer for standard output.
   *
   * @param out where to
   * @param labelWidth characters left for the labels, with the gap behind them
   */
  public LabelledLines(PrintWriter out, int labelWidth) {
    this(out, labelWidth, OutputWidth.columns());
  }

  /** Likewise, for lines of another width. */
  LabelledLines(PrintWriter out, int labelWidth, int width) {
    this.out = out;
    this.labelWidth = labelWidth;
    this.width = width;
  }

  /**
   * Prints a text behind a label; nothing if there is no text.
   *
   * @param label what the text is
   * @param text one paragraph
   */
  public void print(String label, String text) {
    if (!text.isEmpty()) {
      printPadded(pad(label), text);
    }
  }

  /**
   * Prints a text without a label, indented from its second line on.
   *
   * @param title what it begins with, which may have a colour
   * @param length of the title as it is seen
   * @param text the rest
   */
  void printTitled(String title, int length, String text) {
    printBroken(title, text, length);
  }

  /**
   * Prints a text over the whole width.
   *
   * @param text one paragraph
   */
  public void printParagraph(String text) {
    printParagraph(text, line -> line);
  }

  /** Likewise, with each line in a style. */
  void printParagraph(String text, UnaryOperator<String> style) {
    StringWriter lines = new StringWriter();
    new LabelledLines(new PrintWriter(lines, true), 0, width).printBroken("", text, 0);
    lines.toString().lines().map(style).forEach(out::println);
  }

  /**
   * Prints a text behind a label, which {@link #pad} made as wide as all and which has a colour.
   */
  void printPadded(String padded, String text) {
    printBroken(MARGIN + padded, text, MARGIN.length() + labelWidth);
  }

  /**
   * The first line has a lead of some length, the others are indented as texts behind labels are.
   */
  private void printBroken(String first, String text, int length) {
    String lead = first;
    int room = width - length;
    StringBuilder line = new StringBuilder();
    for (String word : Splitter.on(' ').split(text)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        out.println((lead + line).stripTrailing());
        lead = " ".repeat(MARGIN.length() + labelWidth);
        room = width - lead.length();
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.println((lead + line).stripTrailing());
  }

  /** Returns a label as wide as all labels. */
  String pad(String label) {
    return label + " ".repeat(Math.max(1, labelWidth - label.length()));
  }
}

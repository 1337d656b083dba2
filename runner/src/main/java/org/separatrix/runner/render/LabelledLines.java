package org.separatrix.runner.render;

import com.google.common.base.Splitter;
import java.io.PrintWriter;

/** Prints texts beside labels, broken at spaces so that lines fit a width. */
final class LabelledLines {
  private static final int LABEL = 20;

  private final PrintWriter out;
  private final int width;

  LabelledLines(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Prints a text behind a label without colour. */
  void print(String label, String text) {
    printPadded(pad(label), text);
  }

  /** Prints a text behind a label that {@link #pad} made as wide as all. */
  void printPadded(String padded, String text) {
    String indent = " ".repeat(LABEL);
    StringBuilder line = new StringBuilder();
    String lead = "  " + padded;
    for (String word : Splitter.on(' ').split(text)) {
      if (!line.isEmpty() && LABEL + 2 + line.length() + 1 + word.length() > width) {
        out.println((lead + line).stripTrailing());
        lead = "  " + indent;
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.println((lead + line).stripTrailing());
  }

  /** Returns a label as wide as all labels. */
  static String pad(String label) {
    return label + " ".repeat(Math.max(1, LABEL - label.length()));
  }
}

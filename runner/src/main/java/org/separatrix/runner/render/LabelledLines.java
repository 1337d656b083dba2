package org.separatrix.runner.render;

import com.google.common.base.Splitter;
import java.io.PrintWriter;

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
   * Prints a text behind a label, which {@link #pad} made as wide as all and which has a colour.
   */
  void printPadded(String padded, String text) {
    int room = width - MARGIN.length() - labelWidth;
    StringBuilder line = new StringBuilder();
    String lead = MARGIN + padded;
    for (String word : Splitter.on(' ').split(text)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        out.println((lead + line).stripTrailing());
        lead = MARGIN + " ".repeat(labelWidth);
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

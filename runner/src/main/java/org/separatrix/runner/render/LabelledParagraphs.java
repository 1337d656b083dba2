package org.separatrix.runner.render;

import java.io.PrintWriter;
import org.apache.commons.text.WordUtils;

/** Prints texts, each wrapped beside its label. */
public final class LabelledParagraphs {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;

  private final PrintWriter out;
  private final int labelWidth;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param labelWidth width of the widest label
   */
  public LabelledParagraphs(PrintWriter out, int labelWidth) {
    this.out = out;
    this.labelWidth = labelWidth;
  }

  /**
   * Prints a text.
   *
   * @param label what it is
   * @param text one paragraph
   */
  public void print(String label, String text) {
    String indent = " ".repeat(INDENT + labelWidth + 2);
    String wrapped =
        WordUtils.wrap(text, WIDTH - indent.length(), System.lineSeparator() + indent, false);
    out.println(
        (" ".repeat(INDENT) + label + " ".repeat(labelWidth - label.length() + 2) + wrapped)
            .stripTrailing());
  }
}

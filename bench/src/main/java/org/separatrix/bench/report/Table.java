package org.separatrix.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of texts.
 *
 * @param head the titles of the columns
 * @param rows the rows, each as long as the head
 */
public record Table(List<String> head, List<List<String>> rows) {
  /** Copies the lists and checks the lengths. */
  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(
            "a row has %d cells, the head %d".formatted(row.size(), head.size()));
      }
    }
  }

  /** Returns it with columns of equal width. */
  public String text() {
    List<List<String>> lines = new ArrayList<>(List.of(head));
    lines.addAll(rows);
    List<Integer> widths = new ArrayList<>(Collections.nCopies(head.size(), 0));
    for (List<String> line : lines) {
      for (int k = 0; k < line.size(); k++) {
        widths.set(k, Math.max(widths.get(k), line.get(k).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int k = 0; k < line.size(); k++) {
        row.append(line.get(k)).append(" ".repeat(widths.get(k) - line.get(k).length() + 2));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Returns it in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    appendLine(text, head);
    appendLine(text, Collections.nCopies(head.size(), "---"));
    rows.forEach(row -> appendLine(text, row));
    return text.toString();
  }

  private static void appendLine(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}

package org.separatrix.runner.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An answer as columns side by side; numbers end at one column, texts begin at one. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final boolean[] isNumber;

  /** Reads all rows. */
  TextTable(ResultSet answer) throws SQLException {
    List<String> names = AnswerFormat.names(answer);
    isNumber = new boolean[names.size()];
    lines.add(names);
    while (answer.next()) {
      List<String> line = new ArrayList<>();
      for (int k = 0; k < names.size(); k++) {
        Object value = answer.getObject(k + 1);
        isNumber[k] |= value instanceof Number;
        // Control characters could move the cursor or colour the terminal.
        line.add(value == null ? "" : value.toString().replaceAll("\\p{Cntrl}", "?"));
      }
      lines.add(line);
    }
  }

  void write(OutputStream out) throws IOException {
    int[] width = new int[isNumber.length];
    for (List<String> line : lines) {
      for (int k = 0; k < width.length; k++) {
        width[k] = Math.max(width[k], line.get(k).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int k = 0; k < width.length; k++) {
        String space = " ".repeat(width[k] - line.get(k).length());
        row.append(k == 0 ? "" : GAP)
            .append(isNumber[k] ? space + line.get(k) : line.get(k) + space);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

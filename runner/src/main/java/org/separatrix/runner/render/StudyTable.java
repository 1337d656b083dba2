package org.separatrix.runner.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.study.Study;

/** A table of studies and what came out of each, as Markdown that reads as it stands. */
public final class StudyTable {
  private static final List<String> HEADER =
      List.of("study", "paper", "verdicts", "controls", "seconds");

  private final List<List<String>> rows = new ArrayList<>(List.of(HEADER));

  /**
   * Adds a study.
   *
   * @param study what was asked for
   * @param outcome what came out, if it was not stopped
   * @param seconds wall time
   */
  public void add(Study study, Optional<StudyOutcome> outcome, double seconds) {
    rows.add(
        List.of(
            joined(": ", study.name(), study.about().title()),
            joined(", ", study.about().paper(), study.about().theorem()),
            outcome.map(StudyTable::verdicts).orElse("stopped"),
            outcome.map(StudyTable::controls).orElse(""),
            String.format(Locale.ROOT, "%.1f", seconds)));
  }

  /** Returns the lines of the table. */
  public List<String> lines() {
    List<List<String>> cells =
        rows.stream()
            .map(row -> row.stream().map(cell -> cell.replace("|", "\\|")).toList())
            .toList();
    int[] widths = new int[HEADER.size()];
    for (List<String> row : cells) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      lines.add(line(row, widths));
    }
    lines.add(
        1,
        Arrays.stream(widths)
            .mapToObj(width -> "-".repeat(width))
            .collect(Collectors.joining(" | ", "| ", " |")));
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - row.get(column).length());
      boolean number = column == widths.length - 1;
      line.append(' ').append(number ? padding + row.get(column) : row.get(column) + padding);
      line.append(" |");
    }
    return line.toString();
  }

  private static String joined(String separator, @Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(separator));
  }

  private static String verdicts(StudyOutcome outcome) {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> outcome.count(verdict) > 0)
            .map(verdict -> outcome.count(verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    if (outcome.expectations().isEmpty()) {
      return counts;
    }
    boolean met =
        outcome.expectations().stream()
            .allMatch(expectation -> expectation.isMet(outcome.findings()));
    return counts + (met ? "; as expected" : "; NOT AS EXPECTED");
  }

  private static String controls(StudyOutcome outcome) {
    long passed = outcome.controls().stream().filter(ControlResult::passed).count();
    return outcome.controls().isEmpty() ? "" : passed + " of " + outcome.controls().size();
  }
}

package org.separatrix.bench.compare;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.bench.report.Table;
import org.separatrix.bench.work.Task;

/** Makes the table of a measurement. */
final class ComparisonTable {
  private ComparisonTable() {}

  /**
   * Returns the table: in each cell the median rate, the least and the largest, and behind a peer's
   * the median over rounds of Separatrix' rate divided by its own.
   */
  static Table of(List<Task> tasks, Measurement measurement) {
    List<Column> others =
        Column.OTHERS.stream()
            .filter(
                column -> tasks.stream().anyMatch(task -> !measurement.of(task, column).isEmpty()))
            .toList();
    List<String> head = new ArrayList<>(List.of("work, method", "norm every", "threads"));
    head.add(Column.OURS.title());
    others.forEach(column -> head.add(column.title()));
    List<List<String>> rows = new ArrayList<>();
    for (Task task : tasks) {
      Rates ours = measurement.of(task, Column.OURS);
      List<String> row = new ArrayList<>();
      row.add(task.name());
      row.add(Integer.toString(task.interval()));
      row.add(Integer.toString(task.threads()));
      row.add(ours.isEmpty() ? "" : ours.text());
      for (Column column : others) {
        Rates theirs = measurement.of(task, column);
        row.add(
            theirs.isEmpty()
                ? ""
                : theirs.text() + " x" + Rates.digits(ours.medianRatioTo(theirs)));
      }
      rows.add(row);
    }
    return new Table(head, rows);
  }
}

package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.runner.ledger.CellStatus;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.render.Numbers;
import org.separatrix.runner.yaml.InvalidStudyException;

/** Prints how far each cell of a study has come, and how much of the study is missing. */
final class StudyProgress {
  private final PrintWriter out;

  /** By the names of cells, since the order of their keys means nothing. */
  private final List<CellStatus> stored;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param stored the cells that have parts, of earlier forms of the study too
   */
  StudyProgress(PrintWriter out, List<CellStatus> stored) {
    this.out = out;
    this.stored =
        stored.stream()
            .sorted(Comparator.comparing(CellStatus::cell).thenComparing(CellStatus::key))
            .toList();
  }

  /**
   * Prints the cells in the order of the study, those without parts too, and the sum.
   *
   * @param plan the study
   * @return whether all of them are done
   */
  boolean print(Plan plan) {
    List<CellStatus> others = new ArrayList<>(stored);
    long done = 0;
    int finished = 0;
    boolean several = false;
    for (Cell cell : plan.cells()) {
      List<CellStatus> own = stored.stream().filter(each -> isOf(each, cell.id())).toList();
      others.removeAll(own);
      own.forEach(each -> print(each, cell.id(), cell.runs()));
      if (own.isEmpty()) {
        out.printf("%-8s  0 of %,d runs  %s%n", "missing", cell.runs(), cell.id());
      }
      long most = own.stream().mapToLong(CellStatus::done).max().orElse(0);
      done += Math.min(most, cell.runs());
      finished += most >= cell.runs() ? 1 : 0;
      several |= own.size() > 1;
    }
    others.forEach(each -> print(each, each.cell() + " (not of this study)", each.runs()));
    out.printf(
        "%,d of %s done, %,d of %,d runs, in %s%n",
        finished, Numbers.plural(plan.cells().size(), "cell"), done, plan.runs(), parts());
    if (several) {
      out.println(
          "some cells have parts of several settings or versions, of which the most is counted");
    }
    return finished == plan.cells().size();
  }

  /**
   * Prints the cells that have parts, of a study that cannot be planned.
   *
   * @param unplannable why
   */
  void print(InvalidStudyException unplannable) {
    stored.forEach(each -> print(each, each.cell(), each.runs()));
    out.printf("%s with %s%n", Numbers.plural(stored.size(), "cell"), parts());
    out.printf(
        "how much is missing cannot be said: %s%n",
        String.valueOf(unplannable.getMessage()).lines().findFirst().orElse(""));
  }

  /** A cell that failed before it had a part is known by its message alone. */
  private static boolean isOf(CellStatus status, String cell) {
    return status.cell().isEmpty()
        ? status.failure().filter(text -> text.startsWith("'" + cell + "'")).isPresent()
        : status.cell().equals(cell);
  }

  private String parts() {
    return Numbers.plural(stored.stream().mapToLong(CellStatus::parts).sum(), "part");
  }

  private void print(CellStatus status, String name, long runs) {
    String rows = status.withRows() > 0 ? ", with rows" : "";
    String failure = status.failure().map(text -> "; failed: " + text).orElse("");
    out.printf(
        "%-8s  %,d of %,d runs in %s%s  %s%s%n",
        status.done() >= runs && runs > 0 ? "done" : "partial",
        status.done(),
        runs,
        Numbers.plural(status.parts(), "part"),
        rows,
        name,
        failure);
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.CellStatus;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how far the cells in a folder of results have come. */
@Command(
    name = "status",
    description = "Say how far a study has come, what is damaged, and who is running it.",
    footer = {"", "Example:", "  separatrix status results/my-study"},
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    StoredStudy.of(folder);
    StudyStore store =
        StudyStore.of(
            folder, warning -> Printers.err(spec).println("separatrix: warning: " + warning));
    try {
      List<CellStatus> cells = store.status();
      for (CellStatus cell : cells) {
        print(out, cell);
      }
      long parts = cells.stream().mapToLong(CellStatus::parts).sum();
      out.printf("%d cells with %d parts%n", cells.size(), parts);
      out.println(store.heldBy().map(holder -> "in use by " + holder).orElse("not in use"));
      out.flush();
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw ResultsFolder.unreadable(folder, unreadable);
    } catch (StoreException unreadable) {
      throw ResultsFolder.unreadable(folder, unreadable.reason());
    }
  }

  private static void print(PrintWriter out, CellStatus cell) {
    String rows = cell.withRows() > 0 ? ", with rows" : "";
    String failure = cell.failure().map(text -> "; failed: " + text).orElse("");
    out.printf(
        "%-8s  %,d of %,d runs in %d parts%s  %s%s%n",
        cell.done() == cell.runs() && cell.runs() > 0 ? "done" : "partial",
        cell.done(),
        cell.runs(),
        cell.parts(),
        rows,
        cell.cell(),
        failure);
  }
}

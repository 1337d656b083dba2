package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.FolderLock;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.render.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes parts. */
@Command(
    name = "clean",
    description = {
      "Remove the parts from which a study could be resumed; the results stay.",
      "Without --yes, only say what would be removed."
    },
    footer = {"", "Example:", "  separatrix clean results/my-study --yes"},
    mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  @Option(names = "--yes", description = "Remove them.")
  private boolean yes;

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    StoredStudy.of(folder);
    StudyStore store = StudyStore.of(folder, warning -> {});
    try {
      List<Path> files = store.files();
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      String what =
          "%s of %,d bytes in %s"
              .formatted(Numbers.plural(files.size(), "file"), bytes, store.path());
      if (!yes) {
        out.println("would remove " + what + "; nothing was removed, say --yes to do it");
        return ExitCode.DONE;
      }
      if (!files.isEmpty()) {
        FolderLock lock = store.lock();
        try {
          store.removeCells();
        } finally {
          lock.close();
        }
      }
      store.removeIfEmpty();
      StoredStudy.removeUnusedInputs(folder);
      out.println("removed " + what);
      return ExitCode.DONE;
    } catch (FolderLock.HeldException held) {
      throw new CommandException(String.valueOf(held.getMessage()), ExitCode.BAD_INPUT);
    } catch (IOException unusable) {
      throw ResultsFolder.unreadable(folder, unusable);
    }
  }
}

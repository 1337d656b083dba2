package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.CellStatus;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.yaml.InvalidStudyException;
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
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  StatusCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    StoredStudy study = StoredStudy.of(folder);
    StudyStore store =
        StudyStore.of(
            folder, warning -> Printers.err(spec).println("separatrix: warning: " + warning));
    try {
      List<CellStatus> stored = store.status();
      boolean isDone = print(new StudyProgress(out, stored), study);
      Optional<String> holder = store.heldBy();
      out.println(holder.map(name -> "in use by " + name).orElse("not in use"));
      Path summary = folder.resolve(ResultDirectory.SUMMARY);
      if (stored.isEmpty() && holder.isEmpty() && Files.isRegularFile(summary)) {
        out.printf("results are in %s; nothing to resume them from is kept%n", summary);
      } else if (!isDone && holder.isEmpty()) {
        out.printf("Maybe go on with separatrix resume %s%n", folder);
      }
      out.flush();
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw ResultsFolder.unreadable(folder, unreadable);
    } catch (StoreException unreadable) {
      throw ResultsFolder.unreadable(folder, unreadable.reason());
    }
  }

  /** A plugin of the study may be missing here, without which it cannot be planned. */
  private boolean print(StudyProgress progress, StoredStudy study) {
    Plan plan;
    try {
      plan = study.plan(root.services(Printers.err(spec)));
    } catch (InvalidStudyException unplannable) {
      progress.print(unplannable);
      return true; // as far as is known
    }
    return progress.print(plan);
  }
}

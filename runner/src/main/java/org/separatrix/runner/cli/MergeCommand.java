package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.FolderLock;
import org.separatrix.runner.ledger.Merger;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.render.Numbers;
import org.separatrix.runner.store.InputCopies;
import org.separatrix.runner.store.ResultDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Unites what several folders have. */
@Command(
    name = "merge",
    description = {
      "Unite what several folders, such as those of several machines, have of a study.",
      "The study is that of the first; go on with separatrix resume."
    },
    footer = {"", "Example:", "  separatrix merge results/here results/there --out results/both"},
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR DIR", arity = "1..*", description = "Folders that run wrote.")
  private List<Path> folders = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The new folder.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    if (folders.size() < 2) {
      throw new CommandException(
          "%s alone is nothing to unite: name two folders or more".formatted(folders.get(0)),
          ExitCode.BAD_INPUT);
    }
    PrintWriter printer = Printers.out(spec);
    LaterResults.refuse(out);
    MergedFolders.check(folders, out);
    Path study = StoredStudy.of(folders.get(0)).file();
    List<StudyStore> sources = new ArrayList<>();
    for (Path folder : folders) {
      StoredStudy.of(folder);
      sources.add(store(folder));
    }
    StudyStore target = store(out);
    ResultDirectory results = new ResultDirectory(out);
    try {
      results.create();
      FolderLock lock = target.lock();
      try {
        int taken = merge(sources, target);
        for (Path folder : folders) {
          new InputCopies(out).addAll(folder);
        }
        target.writeStudy(Files.readString(study, StandardCharsets.UTF_8));
        printer.printf("%s in %s%n", Numbers.plural(taken, "part"), out);
        printer.printf("Go on with separatrix resume %s%n", out);
        return ExitCode.DONE;
      } finally {
        lock.close();
        target.removeIfEmpty();
        StoredStudy.removeUnusedInputs(out);
        results.removeIfEmpty();
      }
    } catch (FolderLock.HeldException | Merger.ConflictException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()), ExitCode.BAD_INPUT);
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(results, unwritable);
    } catch (StoreException unwritable) {
      throw ResultsFolder.unwritable(results, unwritable.reason());
    }
  }

  private StudyStore store(Path folder) {
    return StudyStore.of(
        folder, warning -> Printers.err(spec).println("separatrix: warning: " + warning));
  }

  private static int merge(List<StudyStore> sources, StudyStore target) throws IOException {
    Merger merger = new Merger(target);
    merger.check(target);
    for (StudyStore source : sources) {
      merger.check(source);
    }
    int taken = 0;
    for (StudyStore source : sources) {
      taken += merger.take(source);
    }
    return taken;
  }
}

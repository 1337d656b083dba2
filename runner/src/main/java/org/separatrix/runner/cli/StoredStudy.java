package org.separatrix.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.store.InputCopies;
import org.separatrix.runner.store.ResultDirectory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The study of a folder of results: the one that was run last, whether it was finished or not.
 *
 * @param folder the folder of results
 * @param file the study's file in it
 */
record StoredStudy(Path folder, Path file) {
  static StoredStudy of(Path folder) {
    ResultsFolder.requireExisting(folder);
    LaterResults.refuse(folder);
    Path unfinished = StudyStore.of(folder, warning -> {}).study();
    Path finished = folder.resolve(ResultDirectory.STUDY);
    if (!Files.isExecutable(folder)) {
      throw new CommandException(
          "%s: no permission to look into this folder".formatted(folder), ExitCode.BAD_INPUT);
    }
    if (!Files.exists(unfinished) && !Files.exists(finished)) {
      throw new CommandException(
          "%s has no study.%nMaybe name a folder that separatrix run wrote.".formatted(folder),
          ExitCode.BAD_INPUT);
    }
    return new StoredStudy(folder, Files.exists(unfinished) ? unfinished : finished);
  }

  /** Plans it; files that it names are in the folder of results, wherever its own file is. */
  Plan plan(Services services) {
    return services.planner().plan(file, folder.toAbsolutePath(), List.of());
  }

  StudyExecution execution(
      SeparatrixCommand root, StudyExecution.Options options, @Nullable CommandSpec spec) {
    Services services = root.services(Printers.err(spec));
    Plan plan = plan(services);
    return new StudyExecution(plan, services.registry(), new ResultDirectory(folder), options);
  }

  /**
   * Removes copies of files that none of the studies of a folder names any more, unless somebody
   * works there.
   */
  static void removeUnusedInputs(Path folder) throws IOException {
    StudyStore store = StudyStore.of(folder, warning -> {});
    if (store.heldBy().isEmpty()) {
      new InputCopies(folder)
          .removeUnused(List.of(folder.resolve(ResultDirectory.STUDY), store.study()));
    }
  }
}

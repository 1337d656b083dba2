package org.separatrix.runner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.store.ResultDirectory;

/**
 * Says of a folder of a study that is not finished how results can be had, to commands that need
 * results. Of other folders nothing is said: what is missing in them is left to those who read it.
 */
final class UnfinishedResults {
  private UnfinishedResults() {}

  /**
   * Checks a folder for a command that takes the summary of {@code collect} in place of another.
   *
   * @param folder the folder
   * @throws CommandException if its study is not finished and there is no such summary
   */
  static void refuseWithoutSummary(Path folder) {
    if (isUnfinished(folder) && Files.notExists(folder.resolve(ResultDirectory.PARTIAL_SUMMARY))) {
      throw new CommandException(
          ("%s has no %s, as its study is not finished.%nMaybe go on with separatrix resume %s, or"
                  + " summarize what is there with separatrix collect %s.")
              .formatted(folder, ResultDirectory.SUMMARY, folder, folder),
          ExitCode.BAD_INPUT);
    }
  }

  /**
   * Checks a folder for a command that takes nothing but whole results.
   *
   * @param folder the folder
   * @param command its name
   * @throws CommandException if its study is not finished
   */
  static void refuse(Path folder, String command) {
    if (isUnfinished(folder)) {
      throw new CommandException(
          ("%s has no %s, as its study is not finished, and %s needs one that is.%nMaybe finish it"
                  + " with separatrix resume %s.")
              .formatted(folder, ResultDirectory.SUMMARY, command, folder),
          ExitCode.BAD_INPUT);
    }
  }

  private static boolean isUnfinished(Path folder) {
    return Files.notExists(folder.resolve(ResultDirectory.SUMMARY))
        && Files.exists(StudyStore.of(folder, warning -> {}).study());
  }
}

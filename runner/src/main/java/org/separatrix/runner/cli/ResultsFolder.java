package org.separatrix.runner.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.store.ResultDirectory;

/** Where commands keep results, and what they say when they cannot. */
final class ResultsFolder {
  /** More than any machine has use for, and fewer than a pool of threads may have. */
  private static final int MOST_THREADS = 10_000;

  private ResultsFolder() {}

  static void checkThreads(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new CommandException(
          "--threads is %d: it must be %s"
              .formatted(threads, threads < 1 ? "at least 1" : "at most " + MOST_THREADS),
          ExitCode.BAD_INPUT);
    }
  }

  /**
   * Checks that a folder that a command is to read is there.
   *
   * @param folder the folder
   * @throws CommandException if it is not
   */
  static void requireExisting(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(
          "%s: %s.%nMaybe name a folder that separatrix run wrote."
              .formatted(
                  folder, Files.exists(folder) ? "is a file, not a folder" : "no such folder"),
          ExitCode.BAD_INPUT);
    }
  }

  /** Returns the folder that is asked for, or the default one. */
  static ResultDirectory of(@Nullable Path out, Plan plan) {
    return new ResultDirectory(out == null ? Path.of("results", plan.study().name()) : out);
  }

  static CommandException unwritable(ResultDirectory results, IOException unwritable) {
    return new CommandException(
        "cannot write results to %s: %s%nMaybe choose another folder with --out."
            .formatted(results.folder(), reason(results.folder(), unwritable)),
        ExitCode.BAD_INPUT);
  }

  /** Likewise, but if some parts of the study are there, they are pointed out. */
  static CommandException unwritable(
      ResultDirectory results, StudyStore store, IOException unwritable) {
    if (!hasParts(store)) {
      return unwritable(results, unwritable);
    }
    return new CommandException(
        ("cannot write results to %s: %s%nMaybe put that right and go on with separatrix resume %s:"
                + " what is done is kept.")
            .formatted(results.folder(), reason(results.folder(), unwritable), results.folder()),
        ExitCode.BAD_INPUT);
  }

  private static boolean hasParts(StudyStore store) {
    try {
      return !store.isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  static CommandException unwritable(Path target, IOException unwritable) {
    return new CommandException(
        "cannot write %s: %s%nMaybe choose another place with --out."
            .formatted(target, reason(target, unwritable)),
        ExitCode.BAD_INPUT);
  }

  static CommandException unreadable(Path path, IOException failure) {
    return new CommandException(
        "%s cannot be used: %s".formatted(path, reason(path, failure)), ExitCode.BAD_INPUT);
  }

  /**
   * Says why a file or folder cannot be used, without the names of Java's classes.
   *
   * @param named the file or folder, which the message names already
   * @param unwritable the failure
   */
  static String reason(Path named, IOException unwritable) {
    if (unwritable instanceof AccessDeniedException) {
      return "no permission to write there";
    }
    Path parent = named.toAbsolutePath().getParent();
    if (parent != null && Files.exists(parent) && !Files.isDirectory(parent)) {
      return parent + " is a file, not a folder";
    }
    if (unwritable instanceof NoSuchFileException) {
      return parent != null && Files.exists(parent)
          ? "nothing can be made in its folder"
          : "its folder does not exist.\nMaybe make it first.";
    }
    if (unwritable instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is a file, not a folder";
    }
    if (unwritable instanceof FileSystemException failure && failure.getReason() != null) {
      boolean isNamed =
          failure.getFile() == null
              || Path.of(failure.getFile()).toAbsolutePath().equals(named.toAbsolutePath());
      return isNamed ? failure.getReason() : failure.getFile() + ": " + failure.getReason();
    }
    return String.valueOf(unwritable.getMessage());
  }
}

package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.plugin.MemoryExhaustion;
import org.separatrix.core.plugin.PluginException;
import org.separatrix.runner.execute.ComponentException;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.yaml.InvalidStudyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where errors become messages and exit codes. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** So many letters may differ between a command and what was meant. */
  private static final int MOST_LETTERS = 2;

  private final SeparatrixCommand root;

  Failures(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("separatrix: " + message(failure));
    boolean suggested =
        failure instanceof UnmatchedArgumentException unmatched
            && (UnmatchedArgumentException.printSuggestions(unmatched, err)
                || suggestCommand(unmatched, err));
    if (!suggested) {
      String name = command.getCommandSpec().qualifiedName();
      err.println("Maybe look at " + name + " --help");
    }
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof ParameterException word) {
      return handleParseException(word, new String[0]);
    }
    if (failure instanceof CommandException known) {
      err.println(known.getMessage());
      return known.exitCode();
    }
    if (failure instanceof InvalidStudyException
        || failure instanceof PluginException
        || failure instanceof MalformedFileException) {
      err.println(failure.getMessage());
      return ExitCode.BAD_INPUT;
    }
    if (MemoryExhaustion.behind(failure).isPresent()) {
      err.println(OutOfMemory.message());
      return ExitCode.INTERNAL_ERROR;
    }
    if (failure instanceof ComponentException || failure instanceof EnsembleException) {
      err.println("separatrix: " + failure.getMessage());
      return ExitCode.CELLS_FAILED;
    }
    return internalError(failure, err);
  }

  private static String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      boolean hasCommands = !failure.getCommandLine().getSubcommands().isEmpty();
      return "%s '%s'"
          .formatted(
              hasCommands ? "unknown command" : "unexpected argument",
              unmatched.getUnmatched().get(0));
    }
    return String.valueOf(failure.getMessage());
  }

  /** Says that something broke of which nobody thought. */
  int internalError(Throwable failure, PrintWriter err) {
    err.println("separatrix: internal error: " + causes(failure));
    if (root.wantsStackTrace()) {
      failure.printStackTrace(err);
    } else {
      err.println("Maybe run it again with --stack-trace and report what it prints.");
    }
    return ExitCode.INTERNAL_ERROR;
  }

  /** Suggests the command that is nearest in letters, which a short word such as rnu needs. */
  private static boolean suggestCommand(UnmatchedArgumentException unmatched, PrintWriter err) {
    String word = unmatched.getUnmatched().get(0);
    CommandLine command = unmatched.getCommandLine();
    Optional<String> nearest =
        command.getSubcommands().keySet().stream()
            .filter(name -> distance(word, name) <= MOST_LETTERS)
            .min(Comparator.comparingInt(name -> distance(word, name)));
    nearest.ifPresent(
        name ->
            err.printf("Did you mean: %s %s?%n", command.getCommandSpec().qualifiedName(), name));
    return nearest.isPresent();
  }

  private static int distance(String word, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(word, name);
  }

  private static String causes(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? failure.toString() : failure + ": " + causes(cause);
  }
}

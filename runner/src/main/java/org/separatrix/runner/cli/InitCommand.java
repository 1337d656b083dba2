package org.separatrix.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.scaffold.StarterStudy;
import org.separatrix.runner.store.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a study to begin with. */
@Command(
    name = "init",
    description = "Write a commented study to begin with, which runs as it stands.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix init", "  separatrix init my.yaml"})
final class InitCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where it is written; ${DEFAULT-VALUE} by default.")
  private Path file = Path.of("study.yaml");

  @Override
  public Integer call() {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new CommandException(
            "%s exists already.%nMaybe name another file.".formatted(file), ExitCode.BAD_INPUT);
      }
      // On a full disk part of it would be in the way of the next try.
      AtomicFile.write(file, out -> out.write(StarterStudy.text().getBytes(UTF_8)));
    } catch (IOException unwritable) {
      throw new CommandException(
          "cannot write %s: %s".formatted(file, ResultsFolder.reason(file, unwritable)),
          ExitCode.BAD_INPUT);
    }
    Printers.out(spec)
        .printf("wrote %s%n%nMaybe go on with%n  separatrix run %s%n", file, file)
        .flush();
    return ExitCode.DONE;
  }
}

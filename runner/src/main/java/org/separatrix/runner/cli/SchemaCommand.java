package org.separatrix.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.JsonFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the JSON Schema of studies. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of studies, which editors complete and check them with.",
      "It knows the components of the plugins that are loaded."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix schema --out study.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it to a file, in place of what is there.")
  private @Nullable Path out;

  SchemaCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    String text = JsonFiles.text(root.services(Printers.err(spec)).schema().json());
    if (out == null) {
      Printers.out(spec).print(text);
      Printers.out(spec).flush();
      return ExitCode.DONE;
    }
    try {
      AtomicFile.write(out.toAbsolutePath(), stream -> stream.write(text.getBytes(UTF_8)));
    } catch (IOException unwritable) {
      throw new CommandException(
          "cannot write %s: %s".formatted(out, ResultsFolder.reason(out, unwritable)),
          ExitCode.BAD_INPUT);
    }
    return ExitCode.DONE;
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.latex.LatexExport;
import org.separatrix.runner.store.MalformedFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes stored results in a form that papers take. */
@Command(
    name = "export",
    description = {
      "Write stored results as sources for a paper in LaTeX.",
      "Tables have the rules of booktabs, each figure is for pgfplots with its data beside it, and",
      "all.tex shows them all."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix export results/my --latex"})
final class ExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  @Option(names = "--latex", description = "Write sources of LaTeX.")
  private boolean latex;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; the folder latex in the results by default.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (!latex) {
      throw new CommandException(
          "export needs to know the form.\nMaybe add --latex, the one there is.",
          ExitCode.BAD_INPUT);
    }
    ResultsFolder.requireExisting(folder);
    LaterResults.refuse(folder);
    UnfinishedResults.refuse(folder, "export");
    Path target = out == null ? folder.resolve("latex") : out;
    try {
      LatexExport.Result result = LatexExport.write(folder, target);
      PrintWriter err = Printers.err(spec);
      result.missing().forEach(missing -> err.println("separatrix: left out: " + missing));
      Printers.out(spec).println(result.files().size() + " files in " + target);
    } catch (MalformedFileException malformed) {
      throw new CommandException(String.valueOf(malformed.getMessage()), ExitCode.BAD_INPUT);
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(target, unwritable);
    }
    return ExitCode.DONE;
  }
}

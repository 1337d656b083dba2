package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.report.ReportFile;
import org.separatrix.runner.store.MalformedFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the page that shows stored results. */
@Command(
    name = "report",
    description = {
      "Write the page that shows stored results, from what lies in their folder.",
      "It is one file that needs no network; run writes it, too."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix report results/my"})
final class ReportCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page; report.html in the folder by default.")
  private @Nullable Path out;

  ReportCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Path target = out == null ? folder.resolve(ReportFile.NAME) : out;
    ResultsFolder.requireExisting(folder);
    LaterResults.refuse(folder);
    UnfinishedResults.refuseWithoutSummary(folder);
    try {
      PrintWriter err = Printers.err(spec);
      ReportFile.write(folder, target, root.services(err).predictions().known())
          .forEach(missing -> err.println("separatrix: warning: " + missing));
    } catch (MalformedFileException malformed) {
      throw new CommandException(String.valueOf(malformed.getMessage()), ExitCode.BAD_INPUT);
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(target, unwritable);
    }
    Printers.out(spec).println("report in " + target);
    return ExitCode.DONE;
  }
}

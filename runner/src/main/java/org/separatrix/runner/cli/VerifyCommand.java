package org.separatrix.runner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.render.VerificationReport;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.verify.Check;
import org.separatrix.runner.verify.StudyVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks stored results from scratch. */
@Command(
    name = "verify",
    description = {
      "Check stored results from scratch, without a run.",
      "What certificate.json says is proven again, and what summary.json says is recomputed as far as",
      "that is possible without running the study."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix verify results/my",
      "  separatrix verify results/my --quiet"
    })
final class VerifyCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that run or certify wrote.")
  private Path folder = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; one for each processor by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "Print only what is not confirmed.")
  private boolean quiet;

  VerifyCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    ResultsFolder.checkThreads(threads);
    ResultsFolder.requireExisting(folder);
    LaterResults.refuse(folder);
    if (Files.notExists(folder.resolve(CertificateFile.NAME))) {
      UnfinishedResults.refuse(folder, "verify");
    }
    Services services = root.services(Printers.err(spec));
    List<Check> checks;
    try {
      checks =
          new StudyVerification(services.planner(), new SymbolicFormulaCompiler(), threads)
              .verify(folder);
    } catch (MalformedFileException malformed) {
      throw new CommandException(String.valueOf(malformed.getMessage()), ExitCode.BAD_INPUT);
    }
    new VerificationReport(Printers.out(spec), Printers.areColored()).print(checks, quiet);
    return checks.stream().allMatch(Check::isConfirmed) ? ExitCode.DONE : ExitCode.CONTRADICTED;
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.plugin.Failure;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.certify.Certification;
import org.separatrix.runner.execute.ComponentException;
import org.separatrix.runner.execute.Progress;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;
import org.separatrix.runner.figure.FigureFiles;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.render.ProgressBarDisplay;
import org.separatrix.runner.render.ProgressLines;
import org.separatrix.runner.render.TerminalSummary;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.store.Summaries.CellEntries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a study, prints what came out and keeps it. */
@Command(
    name = "run",
    description = "Run a study, print what came out and keep it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix run my.yaml", "  separatrix run my.yaml --set runs=1000 --set optimizers[0].step=0.05 --out results/try", "  separatrix run my.yaml --json > summary.json"})
final class RunCommand implements Callable<Integer> {
  /** Set by the launcher to the width of the terminal when standard error is one. */
  private static final String PROGRESS_COLUMNS = "separatrix.progress.columns";

  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private StudyOptions options = new StudyOptions();

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to keep the results; results/NAME of the study by default.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; one for each processor by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(
      names = "--explain",
      description =
          "Print in which ways the runs were moved, how fast each was, and which was used.")
  private boolean explain;

  @Option(
      names = "--dump-kernels",
      paramLabel = "DIR",
      description = "Write the Java source of the generated loops to a folder.")
  private @Nullable Path kernels;

  RunCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    ResultsFolder.checkThreads(threads);
    ResultsFolder.check(out);
    PrintWriter err = Printers.err(spec);
    Services services = root.services(err, sources());
    Plan plan = services.planner().plan(file, options.assignments());
    ResultDirectory results = ResultsFolder.of(out, plan);
    try {
      return run(plan, services.registry(), results, err);
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(results, unwritable);
    }
  }

  private SourceCompiler sources() {
    return kernels == null ? new SourceCompiler() : new SourceCompiler(kernels);
  }

  private int run(Plan plan, Registry registry, ResultDirectory results, PrintWriter err)
      throws IOException {
    Progress progress = progress(plan, err);
    try (Interrupt interrupt = new Interrupt()) {
      StudyRun run = new StudyRun(plan, registry, threads, progress, interrupt);
      try {
        results.create();
        StudyOutcome outcome = outcome(run, progress);
        CertificateFile.write(
            results.folder().resolve(CertificateFile.NAME),
            new Certification(plan, run.certificates(), Certification.Depth.KNOWN)
                .certificate(VersionProvider.version()));
        List<StoredFigure> figures =
            new FigureFiles(results.folder(), plan.study().output().figures(), err)
                .write(outcome.figures());
        results.write(
            outcome,
            figures,
            run.keptRuns(),
            plan.resolvedYaml(),
            entries(plan),
            VersionProvider.version());
        print(outcome, results);
        if (explain) {
          run.explanation().forEach((json.isWanted() ? err : Printers.out(spec))::println);
        }
        return outcome.isSound() ? ExitCode.DONE : ExitCode.CONTRADICTED;
      } catch (CancellationException cancelled) {
        err.println("separatrix: interrupted; " + savePart(plan, run, results));
        return ExitCode.INTERRUPTED;
      } catch (EnsembleException | ComponentException failed) {
        if (OutOfMemory.isCauseOf(failed)) {
          throw failed;
        }
        err.println("separatrix: " + message(failed));
        err.println("separatrix: stopped; " + savePart(plan, run, results));
        return ExitCode.CELLS_FAILED;
      } finally {
        results.removeIfEmpty();
      }
    }
  }

  /** Says where a component threw, which the name of a cell does not. */
  private static String message(RuntimeException failed) {
    Throwable cause = failed.getCause();
    String place =
        failed instanceof EnsembleException && cause != null
            ? new Failure(cause).place().map(frame -> ", thrown in " + frame).orElse("")
            : "";
    return failed.getMessage() + place;
  }

  private static StudyOutcome outcome(StudyRun run, Progress progress) {
    try (progress) {
      return run.run();
    }
  }

  private static String savePart(Plan plan, StudyRun run, ResultDirectory results)
      throws IOException {
    StudyOutcome part = run.finished();
    int cells = part.result().cells().size();
    if (cells == 0) {
      return "0 of %d cells were finished, nothing was saved".formatted(plan.cells().size());
    }
    results.writePartial(part, run.keptRuns(), entries(plan), VersionProvider.version());
    return "the %d of %d cells that were finished are in %s and %s of %s"
        .formatted(
            cells,
            plan.cells().size(),
            ResultDirectory.PARTIAL_SUMMARY,
            ResultDirectory.PARTIAL_RUNS,
            results.folder());
  }

  private void print(StudyOutcome outcome, ResultDirectory results) throws IOException {
    if (json.isWanted()) {
      // The same bytes as those of the file.
      PrintWriter document = Printers.out(spec);
      document.print(Files.readString(results.folder().resolve(ResultDirectory.SUMMARY)));
      document.flush();
      return;
    }
    if (quiet) {
      return;
    }
    PrintWriter printer = Printers.out(spec);
    new TerminalSummary(printer, Printers.areColored()).print(outcome);
    printer.println("results in " + results.folder());
    printer.flush();
  }

  private Progress progress(Plan plan, PrintWriter err) {
    if (quiet) {
      return Progress.SILENT;
    }
    int columns = Integer.getInteger(PROGRESS_COLUMNS, 0);
    return columns > 0
        ? new ProgressBarDisplay(System.err, columns, plan.runs())
        : new ProgressLines(err, plan.runs(), System::nanoTime);
  }

  private static Map<String, CellEntries> entries(Plan plan) {
    Map<String, CellEntries> entries = new HashMap<>();
    for (Cell cell : plan.cells()) {
      entries.put(cell.id(), new CellEntries(cell.optimizerJson(), cell.startJson()));
    }
    return entries;
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.render.ProgressBarDisplay;
import org.separatrix.runner.render.ProgressLines;
import org.separatrix.runner.render.TerminalSummary;
import org.separatrix.runner.report.ReportFile;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.store.Summaries.CellEntries;

/**
 * Runs one study, keeps its results and prints what came out.
 *
 * @param plan what to run
 * @param registry names the components that fail
 * @param results where the results are kept
 * @param options how it runs and what is printed
 */
record StudyExecution(Plan plan, Registry registry, ResultDirectory results, Options options) {
  /** Set by the launcher to the width of the terminal when standard error is one. */
  private static final String PROGRESS_COLUMNS = "separatrix.progress.columns";

  /**
   * How studies run and what is printed.
   *
   * @param threads worker threads, at least 1
   * @param quiet whether nothing but errors is printed
   * @param explain whether to say in which ways the runs were moved
   * @param out standard output
   * @param err standard error
   */
  record Options(int threads, boolean quiet, boolean explain, PrintWriter out, PrintWriter err) {}

  /**
   * How it ended.
   *
   * @param exitCode of the program, if this study is all it runs
   * @param outcome what came out, if it was not stopped
   */
  record Result(int exitCode, Optional<StudyOutcome> outcome) {}

  /**
   * Runs the study.
   *
   * @throws CommandException if the results cannot be written
   */
  Result run() {
    try {
      return runAndKeep();
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(results, unwritable);
    }
  }

  private Result runAndKeep() throws IOException {
    PrintWriter err = options.err();
    Progress progress = progress();
    try (Interrupt interrupt = new Interrupt()) {
      StudyRun run = new StudyRun(plan, registry, options.threads(), progress, interrupt);
      try {
        results.create();
        StudyOutcome outcome = outcome(run, progress);
        keep(run, outcome);
        print(run, outcome);
        return new Result(
            outcome.isSound() ? ExitCode.DONE : ExitCode.CONTRADICTED, Optional.of(outcome));
      } catch (CancellationException cancelled) {
        err.println("separatrix: interrupted; " + savePart(run));
        return new Result(ExitCode.INTERRUPTED, Optional.empty());
      } catch (EnsembleException | ComponentException failed) {
        if (OutOfMemory.isCauseOf(failed)) {
          throw failed;
        }
        err.println("separatrix: " + message(failed));
        err.println("separatrix: stopped; " + savePart(run));
        return new Result(ExitCode.CELLS_FAILED, Optional.empty());
      } finally {
        results.removeIfEmpty();
      }
    }
  }

  private static StudyOutcome outcome(StudyRun run, Progress progress) {
    try (progress) {
      return run.run();
    }
  }

  private void keep(StudyRun run, StudyOutcome outcome) throws IOException {
    String version = VersionProvider.version();
    CertificateFile.write(
        results.folder().resolve(CertificateFile.NAME),
        new Certification(plan, run.certificates(), Certification.Depth.KNOWN)
            .certificate(version));
    List<StoredFigure> figures =
        new FigureFiles(results.folder(), plan.study().output().figures(), options.err())
            .write(outcome.figures());
    results.write(outcome, figures, run.keptRuns(), plan.resolvedYaml(), entries(), version);
    Path report = results.folder().resolve(ReportFile.NAME);
    if (plan.study().output().report()) {
      ReportFile.write(results.folder(), report, new PredictionCatalogue(registry).known());
    } else {
      Files.deleteIfExists(report); // of an earlier run, whose results it showed
    }
  }

  private void print(StudyRun run, StudyOutcome outcome) {
    PrintWriter out = options.out();
    if (!options.quiet()) {
      new TerminalSummary(out, Printers.areColored()).print(outcome);
      out.println("results in " + results.folder());
    }
    if (options.explain()) {
      run.explanation().forEach(out::println);
    }
    out.flush();
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

  private String savePart(StudyRun run) throws IOException {
    StudyOutcome part = run.finished();
    int cells = part.result().cells().size();
    if (cells == 0) {
      return "0 of %d cells were finished, nothing was saved".formatted(plan.cells().size());
    }
    results.writePartial(part, run.keptRuns(), entries(), VersionProvider.version());
    return "the %d of %d cells that were finished are in %s and %s of %s"
        .formatted(
            cells,
            plan.cells().size(),
            ResultDirectory.PARTIAL_SUMMARY,
            ResultDirectory.PARTIAL_RUNS,
            results.folder());
  }

  private Progress progress() {
    if (options.quiet()) {
      return Progress.SILENT;
    }
    int columns = Integer.getInteger(PROGRESS_COLUMNS, 0);
    return columns > 0
        ? new ProgressBarDisplay(System.err, columns, plan.runs())
        : new ProgressLines(options.err(), plan.runs(), System::nanoTime);
  }

  private Map<String, CellEntries> entries() {
    Map<String, CellEntries> entries = new HashMap<>();
    for (Cell cell : plan.cells()) {
      entries.put(cell.id(), new CellEntries(cell.optimizerJson(), cell.startJson()));
    }
    return entries;
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.plugin.MemoryExhaustion;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.execute.ComponentException;
import org.separatrix.runner.execute.FailurePolicy;
import org.separatrix.runner.execute.Progress;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;
import org.separatrix.runner.ledger.FolderLock;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.render.LabelledLines;
import org.separatrix.runner.render.ProgressBarDisplay;
import org.separatrix.runner.render.ProgressLines;
import org.separatrix.runner.render.TerminalSummary;
import org.separatrix.runner.store.InputCopies;
import org.separatrix.runner.store.ResultDirectory;

/** Runs a study into a folder of results and prints what came out, or collects what is there. */
final class StudyExecution {
  /** Set by the launcher to the width of the terminal when standard error is one. */
  private static final String PROGRESS_COLUMNS = "separatrix.progress.columns";

  private final Plan plan;
  private final Registry registry;
  private final ResultDirectory results;
  private final Options options;
  private final StudyStore store;

  /**
   * Prepares an execution.
   *
   * @param plan what to run
   * @param registry names the components that fail
   * @param results where the results are kept
   * @param options how it runs and what is printed
   */
  StudyExecution(Plan plan, Registry registry, ResultDirectory results, Options options) {
    this.plan = plan;
    this.registry = registry;
    this.results = results;
    this.options = options;
    store =
        StudyStore.of(
            results.folder(), warning -> options.err().println("separatrix: warning: " + warning));
  }

  /**
   * How studies run and what is printed.
   *
   * @param threads worker threads, at least 1
   * @param quiet whether nothing but errors is printed
   * @param explain whether to say in which ways the runs were moved
   * @param policy what happens when something fails
   * @param out standard output
   * @param err standard error
   */
  record Options(
      int threads,
      boolean quiet,
      boolean explain,
      FailurePolicy policy,
      PrintWriter out,
      PrintWriter err) {}

  /**
   * How it ended.
   *
   * @param exitCode of the program, if this study is all it runs
   * @param outcome what came out, if it was not stopped
   */
  record Result(int exitCode, Optional<StudyOutcome> outcome) {
    static Result stopped(int exitCode) {
      return new Result(exitCode, Optional.empty());
    }
  }

  /** Returns what it runs. */
  Plan plan() {
    return plan;
  }

  /** Returns where it leaves its results. */
  ResultDirectory results() {
    return results;
  }

  /**
   * Runs what is missing.
   *
   * @throws CommandException if the results cannot be written, or another process works there
   */
  Result run() {
    return locked(this::runLocked);
  }

  /**
   * Summarizes and analyzes what is there.
   *
   * @throws CommandException if there is nothing, or it cannot be written
   */
  Result collect() {
    return locked(this::collectLocked);
  }

  private interface Work {
    Result call(Interrupt interrupt) throws IOException;
  }

  private Result locked(Work work) {
    try (Interrupt interrupt = new Interrupt()) {
      try {
        LaterResults.refuse(results.folder());
        results.create();
        FolderLock lock = store.lock();
        try {
          return work.call(interrupt);
        } finally {
          lock.close();
        }
      } catch (FolderLock.HeldException held) {
        throw new CommandException(String.valueOf(held.getMessage()), ExitCode.BAD_INPUT);
      } finally {
        store.removeIfEmpty();
        StoredStudy.removeUnusedInputs(results.folder());
        results.removeIfEmpty();
      }
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(results, store, unwritable);
    } catch (StoreException unwritable) {
      throw ResultsFolder.unwritable(results, store, unwritable.reason());
    }
  }

  private StudyRun studyRun(Progress progress, Interrupt interrupt, StoredCells cells) {
    return new StudyRun(
        plan, registry, options.threads(), progress, interrupt, cells, options.policy());
  }

  private StudyFiles files() {
    return new StudyFiles(plan, registry, results, options.err());
  }

  private Result runLocked(Interrupt interrupt) throws IOException {
    PrintWriter err = options.err();
    Progress progress = progress();
    StoredCells cells = new StoredCells(plan, registry, store);
    StudyRun run = studyRun(progress, interrupt, cells);
    try {
      new InputCopies(results.folder()).add(plan.study().inputs());
      store.writeStudy(plan.portableYaml());
      StudyOutcome outcome = outcome(run, progress);
      run.failures().forEach(failure -> err.println("separatrix: " + failure));
      if (outcome.result().cells().isEmpty()) {
        err.println("separatrix: " + cells.kept(results.folder(), run.cells().size()));
        return Result.stopped(ExitCode.CELLS_FAILED);
      }
      print(outcome); // before it is written, which may fail
      files().write(run, outcome);
      printPlace(run, cells);
      return new Result(exitCode(run, outcome), Optional.of(outcome));
    } catch (CancellationException cancelled) {
      err.println("separatrix: interrupted; " + cells.kept(results.folder(), run.cells().size()));
      return Result.stopped(ExitCode.INTERRUPTED);
    } catch (EnsembleException | ComponentException failed) {
      if (MemoryExhaustion.behind(failed).isPresent()) {
        throw failed;
      }
      err.println("separatrix: " + failed.getMessage());
      err.println("separatrix: stopped; " + cells.kept(results.folder(), run.cells().size()));
      return Result.stopped(ExitCode.CELLS_FAILED);
    }
  }

  private Result collectLocked(Interrupt interrupt) throws IOException {
    StoredCells cells = new StoredCells(plan, registry, store);
    StudyRun run = studyRun(Progress.SILENT, interrupt, cells);
    StudyOutcome outcome = run.collect();
    long done = outcome.result().cells().stream().mapToLong(cell -> cell.runs()).sum();
    if (done == 0) {
      throw new CommandException(
          "%s has no part of a run of this study%s.%nMaybe run it first, with separatrix run."
              .formatted(results.folder(), cells.outdated().map(text -> ": " + text).orElse("")),
          ExitCode.BAD_INPUT);
    }
    run.failures().forEach(failure -> options.err().println("separatrix: " + failure));
    files().writePartial(outcome, done);
    PrintWriter out = options.out();
    print(outcome);
    if (!options.quiet()) {
      out.printf(
          "partial: %,d of %,d runs; summary in %s%n",
          done, plan.runs(), results.folder().resolve(ResultDirectory.PARTIAL_SUMMARY));
      cells.outdated().ifPresent(lines(out)::printParagraph);
      out.flush();
    }
    int exitCode = run.failures().isEmpty() ? ExitCode.DONE : ExitCode.CELLS_FAILED;
    return new Result(exitCode, Optional.of(outcome));
  }

  private static int exitCode(StudyRun run, StudyOutcome outcome) {
    if (!run.failures().isEmpty()) {
      return ExitCode.CELLS_FAILED;
    }
    return outcome.isSound() ? ExitCode.DONE : ExitCode.CONTRADICTED;
  }

  private static StudyOutcome outcome(StudyRun run, Progress progress) {
    try (progress) {
      return run.run();
    }
  }

  private void print(StudyOutcome outcome) {
    if (!options.quiet()) {
      new TerminalSummary(options.out(), Printers.areColored()).print(outcome);
      options.out().flush();
    }
  }

  private void printPlace(StudyRun run, StoredCells cells) {
    PrintWriter out = options.out();
    if (!options.quiet()) {
      if (run.reused() > 0) {
        out.printf("%,d of %,d runs were there already%n", run.reused(), plan.runs());
      }
      cells.outdated().ifPresent(lines(out)::printParagraph);
      out.println("results in " + results.folder());
    }
    if (options.explain()) {
      run.explanation().forEach(out::println);
    }
    out.flush();
  }

  private static LabelledLines lines(PrintWriter out) {
    return new LabelledLines(out, 0);
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
}

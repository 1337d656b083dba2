package org.separatrix.runner.cli;

import java.io.PrintWriter;
import org.separatrix.runner.execute.FailurePolicy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that run a study. */
final class RunOptions {
  @Mixin private WorkOptions work = new WorkOptions();

  @Option(
      names = "--explain",
      description =
          "Print in which ways the runs were moved, how fast each was, and which was used.")
  private boolean explain;

  @Option(
      names = "--fail-fast",
      description = "Stop at the first cell that fails. This is the default.")
  private boolean failFast;

  @Option(
      names = "--keep-going",
      description =
          "If a cell, an analyzer or a control fails, go on with the others, and leave out cells that"
              + " failed in an earlier run.")
  private boolean keepGoing;

  @Option(
      names = "--retry-failed",
      description = "Like --keep-going, but try cells that failed in an earlier run again.")
  private boolean retryFailed;

  /** Refuses what cannot be. */
  void check() {
    work.check();
    if (failFast && (keepGoing || retryFailed)) {
      throw new CommandException(
          "--fail-fast is given together with %s: choose one of them"
              .formatted(keepGoing ? "--keep-going" : "--retry-failed"),
          ExitCode.BAD_INPUT);
    }
  }

  /** Returns how a study runs and what is printed. */
  StudyExecution.Options options(PrintWriter out, PrintWriter err) {
    return options(work.isQuiet(), out, err);
  }

  /** Returns how a study runs that prints nothing but errors. */
  StudyExecution.Options silently(PrintWriter err) {
    return options(true, err, err);
  }

  private StudyExecution.Options options(boolean silent, PrintWriter out, PrintWriter err) {
    FailurePolicy policy =
        keepGoing || retryFailed ? new FailurePolicy(true, retryFailed) : FailurePolicy.FAIL_FAST;
    return new StudyExecution.Options(work.threads(), silent, explain, policy, out, err);
  }
}

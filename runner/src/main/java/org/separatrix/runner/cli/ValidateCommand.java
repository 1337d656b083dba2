package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.yaml.InvalidStudyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks studies without running them. */
@Command(
    name = "validate",
    description = "Check studies without running them: every problem of every file at once.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StudyOptions options = new StudyOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Studies.")
  private List<Path> files = List.of();

  ValidateCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    PrintWriter err = Printers.err(spec);
    Services services = root.services(err);
    int exitCode = ExitCode.DONE;
    for (Path file : files) {
      try {
        Plan plan = services.planner().plan(file, options.assignments());
        out.printf("%s: valid, %s%n", file, size(plan));
      } catch (InvalidStudyException invalid) {
        err.println(invalid.getMessage());
        exitCode = ExitCode.BAD_INPUT;
      }
    }
    return exitCode;
  }

  /** Numbers of cells and runs. */
  static String size(Plan plan) {
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d %s",
        plan.cells().size(),
        plan.cells().size() == 1 ? "cell" : "cells",
        plan.runs(),
        plan.runs() == 1 ? "run" : "runs");
  }
}

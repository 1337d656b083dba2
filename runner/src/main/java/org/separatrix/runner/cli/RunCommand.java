package org.separatrix.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.runner.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a study, prints what came out and keeps it. */
@Command(
    name = "run",
    description = {
      "Run a study, print what came out and keep it.",
      "What an earlier run has done already, perhaps before a kill, is not done again."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StudyOptions options = new StudyOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to keep the results; results/NAME of the study by default.")
  private @Nullable Path out;

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
    run.check();
    ResultsFolder.check(out);
    Services services = root.services(Printers.err(spec), sources());
    Plan plan = services.planner().plan(file, options.assignments());
    return new StudyExecution(
            plan,
            services.registry(),
            ResultsFolder.of(out, plan),
            run,
            Printers.out(spec),
            Printers.err(spec))
        .run();
  }

  private SourceCompiler sources() {
    return kernels == null ? new SourceCompiler() : new SourceCompiler(kernels);
  }
}

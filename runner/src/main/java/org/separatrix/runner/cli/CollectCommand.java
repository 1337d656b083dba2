package org.separatrix.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.execute.FailurePolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Summarizes a study that is not finished. */
@Command(
    name = "collect",
    description = {
      "Summarize and analyze what is there of an unfinished study, without a run.",
      "It is printed and kept in summary.partial.json."
    },
    footer = {"", "Example:", "  separatrix collect results/my-study"},
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private WorkOptions work = new WorkOptions();

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  CollectCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    work.check();
    StudyExecution.Options options =
        new StudyExecution.Options(
            work.threads(),
            work.isQuiet(),
            false,
            FailurePolicy.KEEP_OTHERS,
            Printers.out(spec),
            Printers.err(spec));
    return StoredStudy.of(folder).execution(root, options, spec).collect().exitCode();
  }
}

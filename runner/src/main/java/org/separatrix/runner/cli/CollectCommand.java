package org.separatrix.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Summarizes a study that is not finished. */
@Command(
    name = "collect",
    description = {
      "Summarize and analyze what is there of a study that is not finished, without running it;",
      "print it and keep it in summary.partial.json."
    },
    footer = {"", "Example:", "  separatrix collect results/my-study"},
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunOptions run = new RunOptions();

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  CollectCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    run.check();
    return StoredStudy.of(folder).execution(root, run, spec).collect().exitCode();
  }
}

package org.separatrix.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a study from its folder of results. */
@Command(
    name = "resume",
    description = {
      "Go on with a study in a folder after an interrupt, a kill or a failure.",
      "What is done already is not done again."
    },
    footer = {"", "Example:", "  separatrix resume results/my-study"},
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunOptions run = new RunOptions();

  @Parameters(paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  ResumeCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    run.check();
    StudyExecution.Options options = run.options(Printers.out(spec), Printers.err(spec));
    return StoredStudy.of(folder).execution(root, options, spec).run().exitCode();
  }
}

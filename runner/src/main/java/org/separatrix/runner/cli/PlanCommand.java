package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a study would run. */
@Command(
    name = "plan",
    description = {
      "Show what a study would run: its cells, and the study with every key.",
      "The output is a study itself."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix plan my.yaml",
      "  separatrix plan my.yaml --set runs=1000 > resolved.yaml"
    })
final class PlanCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private StudyOptions options = new StudyOptions();

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  PlanCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    Plan plan = root.services(Printers.err(spec)).planner().plan(file, options.assignments());
    if (json.isWanted()) {
      json.print(spec, Documents.plan(plan));
      return ExitCode.DONE;
    }
    out.printf("# %s: %s%n", plan.study().name(), ValidateCommand.size(plan));
    for (Cell cell : plan.cells()) {
      out.println(String.format(Locale.ROOT, "# %,14d  %s", cell.runs(), cell.id()));
    }
    out.print(plan.resolvedYaml());
    out.flush();
    return ExitCode.DONE;
  }
}

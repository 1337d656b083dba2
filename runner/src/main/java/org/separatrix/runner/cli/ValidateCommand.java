package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.render.Numbers;
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
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix validate my.yaml",
      "  separatrix validate my.yaml --json"
    })
final class ValidateCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();
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
    ObjectNode document = Documents.object();
    ArrayNode studies = document.putArray("studies");
    for (Path file : files) {
      try {
        Plan plan = services.planner().plan(file, options.assignments());
        studies.add(Documents.valid(file, plan));
        if (!json.isWanted()) {
          out.printf("%s: valid, %s%n", file, size(plan));
        }
      } catch (InvalidStudyException invalid) {
        studies.add(Documents.invalid(file, invalid));
        if (!json.isWanted()) {
          err.println(invalid.getMessage());
        }
        exitCode = ExitCode.BAD_INPUT;
      }
    }
    if (json.isWanted()) {
      json.print(spec, document);
    }
    return exitCode;
  }

  /** Numbers of cells and runs. */
  static String size(Plan plan) {
    return Numbers.plural(plan.cells().size(), "cell") + ", " + Numbers.plural(plan.runs(), "run");
  }
}

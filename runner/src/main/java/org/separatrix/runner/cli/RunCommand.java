package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.render.StudyTable;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.Summary;
import org.separatrix.runner.yaml.InvalidStudyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs studies, prints what came out and keeps it. */
@Command(
    name = "run",
    description = {
      "Run studies, print what came out and keep it.",
      "What an earlier run has done already, perhaps before a kill, is not done again.",
      "Several studies run one after the other, whatever comes out, and a table ends them."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix run my.yaml",
      "  separatrix run my.yaml --set runs=1000 --set optimizers[0].step=0.05 --out results/try",
      "  separatrix run my.yaml --json > summary.json"
    })
final class RunCommand implements Callable<Integer> {
  /** Exit codes of which the last is worst. */
  private static final List<Integer> SEVERITY =
      List.of(
          ExitCode.DONE,
          ExitCode.CONTRADICTED,
          ExitCode.CELLS_FAILED,
          ExitCode.BAD_INPUT,
          ExitCode.INTERNAL_ERROR,
          ExitCode.INTERRUPTED);

  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private StudyOptions options = new StudyOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The studies.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where to keep the results; results/NAME of the study by default. Of several studies,"
              + " each has the folder DIR/NAME.")
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
    PrintWriter err = Printers.err(spec);
    Services services = root.services(err, sources());
    StudyExecution.Options printing =
        json.isWanted() ? run.silently(err) : run.options(Printers.out(spec), err);
    List<StudyExecution> studies = new ArrayList<>();
    for (Plan plan : plans(services.planner())) {
      studies.add(new StudyExecution(plan, services.registry(), folder(plan), printing));
    }
    List<ResultDirectory> ended = new ArrayList<>();
    int exitCode =
        studies.size() == 1
            ? run(studies.get(0), ended).exitCode()
            : runAll(studies, ended, printing);
    if (json.isWanted()) {
      printSummaries(ended);
    }
    return exitCode;
  }

  private static StudyExecution.Result run(StudyExecution study, List<ResultDirectory> ended) {
    StudyExecution.Result result = study.run();
    if (result.outcome().isPresent()) {
      ended.add(study.results());
    }
    return result;
  }

  /** The summary of the one study as its file says it, or a list of those of all that ended. */
  private void printSummaries(List<ResultDirectory> ended) {
    ArrayNode summaries = JsonNodeFactory.instance.arrayNode();
    for (ResultDirectory results : ended) {
      Path file = results.folder().resolve(ResultDirectory.SUMMARY);
      summaries.add(JsonFiles.read(file, Summary.SCHEMA));
    }
    if (files.size() > 1) {
      json.print(spec, summaries);
    } else if (!summaries.isEmpty()) {
      json.print(spec, summaries.get(0));
    }
  }

  private SourceCompiler sources() {
    if (kernels == null) {
      return new SourceCompiler();
    }
    try {
      new ResultDirectory(kernels).create(); // a loop that cannot be written would be done without
    } catch (IOException unwritable) {
      throw new CommandException(
          "cannot write to %s: %s".formatted(kernels, ResultsFolder.reason(kernels, unwritable)),
          ExitCode.BAD_INPUT);
    }
    return new SourceCompiler(kernels);
  }

  /** Plans all studies before the first one runs, and says what is wrong with any. */
  private List<Plan> plans(Planner planner) {
    List<Plan> plans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      try {
        Plan plan = planner.plan(file, options.assignments());
        if (!names.add(plan.study().name())) {
          problems.add(
              ("%s: another study is named '%s', too, and has the same folder of results.%n"
                      + "Maybe give each a name of its own.")
                  .formatted(file, plan.study().name()));
        }
        plans.add(plan);
      } catch (InvalidStudyException invalid) {
        problems.add(invalid.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new CommandException(String.join(System.lineSeparator(), problems), ExitCode.BAD_INPUT);
    }
    return plans;
  }

  private ResultDirectory folder(Plan plan) {
    return files.size() > 1 && out != null
        ? new ResultDirectory(out.resolve(plan.study().name()))
        : ResultsFolder.of(out, plan);
  }

  private int runAll(
      List<StudyExecution> studies, List<ResultDirectory> ended, StudyExecution.Options printing) {
    StudyTable table = new StudyTable();
    int worst = ExitCode.DONE;
    for (StudyExecution study : studies) {
      long started = System.nanoTime();
      StudyExecution.Result result = runOne(study, ended);
      double seconds = (System.nanoTime() - started) * 1e-9;
      table.add(study.plan().study(), result.outcome(), seconds);
      if (SEVERITY.indexOf(result.exitCode()) > SEVERITY.indexOf(worst)) {
        worst = result.exitCode();
      }
      if (result.exitCode() == ExitCode.INTERRUPTED) {
        return worst;
      }
      if (!printing.quiet()) {
        printing.out().println();
      }
    }
    if (!printing.quiet()) {
      table.lines().forEach(printing.out()::println);
      printing.out().flush();
    }
    return worst;
  }

  /** What stops one study is said as if it were the only one, and does not stop the others. */
  private StudyExecution.Result runOne(StudyExecution study, List<ResultDirectory> ended) {
    try {
      return run(study, ended);
    } catch (RuntimeException failed) {
      CommandLine program = Objects.requireNonNull(spec).commandLine();
      try {
        int exitCode =
            program
                .getExecutionExceptionHandler()
                .handleExecutionException(failed, program, program.getParseResult());
        return new StudyExecution.Result(exitCode, Optional.empty());
      } catch (Exception unhandled) {
        throw new IllegalStateException("no message for " + failed, unhandled);
      }
    }
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.across.AcrossStudies;
import org.separatrix.runner.across.ComparedStudy;
import org.separatrix.runner.compare.ComparisonFigures;
import org.separatrix.runner.figure.FigureFiles;
import org.separatrix.runner.render.ChangeLines;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.SummaryFile;
import org.separatrix.runner.study.FigureFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the optimizers of stored results. */
@Command(
    name = "compare",
    description = {
      "Compare the optimizers of stored results, of several studies or versions.",
      "Objectives, starts and optimizers are matched by what their entries in study.yaml say. Every",
      "later folder is held against the first one: an optimizer that needs more or succeeds less",
      "often there is a regression."
    },
    footer = {
      "",
      "Examples:",
      "  separatrix compare results/optimizers",
      "  separatrix compare before after --fail-on-regression"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final String FILE = "comparison.json";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders that run wrote.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write " + FILE + " and figures to this folder.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print " + FILE + " in place of tables.")
  private boolean json;

  @Option(
      names = "--fail-on-regression",
      description = "End with exit code 4 if there is a regression.")
  private boolean failOnRegression;

  @Override
  public Integer call() {
    folders.forEach(ResultsFolder::requireExisting);
    folders.forEach(LaterResults::refuse);
    folders.forEach(folder -> UnfinishedResults.refuse(folder, "compare"));
    if (failOnRegression && folders.size() < 2) {
      throw new CommandException(
          "--fail-on-regression needs two or more folders, and there is one", ExitCode.BAD_INPUT);
    }
    AcrossStudies across = AcrossStudies.of(studies());
    if (across.comparison().problems().isEmpty()) {
      throw new CommandException(
          "the folders have no objective, start and target in common:%n  %s"
              .formatted(String.join(System.lineSeparator() + "  ", across.unmatched())),
          ExitCode.BAD_INPUT);
    }
    PrintWriter printer = Printers.out(spec);
    try {
      if (out != null) {
        write(out, across);
      }
      if (json) {
        printer.println(SummaryFile.json(across));
        printer.flush();
      } else {
        new ChangeLines(printer, Printers.areColored()).print(across);
      }
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(
          new ResultDirectory(out == null ? Path.of("") : out), unwritable);
    }
    return failOnRegression && !across.regressions().isEmpty()
        ? ExitCode.CONTRADICTED
        : ExitCode.DONE;
  }

  private List<ComparedStudy> studies() {
    List<ComparedStudy> studies = new ArrayList<>();
    List<Path> whole = folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    for (int i = 0; i < whole.size(); i++) {
      Path folder = folders.get(i);
      if (whole.indexOf(whole.get(i)) < i) {
        throw new CommandException(
            folder + ": given twice: name each folder once", ExitCode.BAD_INPUT);
      }
      try {
        studies.add(ComparedStudy.read(folder, label(whole, i)));
      } catch (MalformedFileException malformed) {
        throw new CommandException(String.valueOf(malformed.getMessage()), ExitCode.BAD_INPUT);
      }
    }
    return studies;
  }

  /** The last name of a folder where that tells it from the others, else all of its names. */
  private static String label(List<Path> whole, int index) {
    Path last = whole.get(index).getFileName();
    boolean unique =
        whole.stream().filter(each -> Objects.equals(each.getFileName(), last)).count() == 1;
    return last != null && unique ? last.toString() : whole.get(index).toString();
  }

  private void write(Path folder, AcrossStudies across) throws IOException {
    new ResultDirectory(folder).create();
    SummaryFile.writeJson(folder.resolve(FILE), across);
    new FigureFiles(folder, List.of(FigureFormat.values()), Printers.err(spec))
        .write(ComparisonFigures.of(across.comparison()));
  }
}

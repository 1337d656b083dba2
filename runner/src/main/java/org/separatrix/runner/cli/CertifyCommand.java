package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.certify.Certification;
import org.separatrix.runner.certify.StudyCertificate;
import org.separatrix.runner.execute.Certificates;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.render.CertificateReport;
import org.separatrix.runner.store.InputCopies;
import org.separatrix.runner.store.ResultDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves what can be proven of a study's objectives and methods, prints it and keeps it. */
@Command(
    name = "certify",
    description = {
      "Prove what can be proven of a study's objectives and methods, without a run.",
      "It is printed and kept."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix certify my.yaml",
      "  separatrix certify my.yaml --set certify.gap=0.001 --out results/tight"
    })
final class CertifyCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StudyOptions options = new StudyOptions();

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to keep the certificate; results/NAME of the study by default.")
  private @Nullable Path out;

  @Mixin private WorkOptions work = new WorkOptions();

  CertifyCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    work.check();
    Plan plan = root.services(Printers.err(spec)).planner().plan(file, options.assignments());
    ResultDirectory results = ResultsFolder.of(out, plan);
    LaterResults.refuse(results.folder());
    try {
      results.create();
      refuseAnotherStudy(plan, results);
      StudyCertificate certificate =
          new Certification(
                  plan,
                  new Certificates(
                      plan.study().certify(),
                      Thoroughness.FULL,
                      new TaskPool(work.threads()),
                      () -> false),
                  Certification.Depth.ALL)
              .certificate(VersionProvider.version());
      new InputCopies(results.folder()).add(plan.study().inputs());
      results.writeStudy(plan.portableYaml());
      StoredStudy.removeUnusedInputs(results.folder());
      CertificateFile.write(results.folder().resolve(CertificateFile.NAME), certificate);
      print(certificate, results);
      return ExitCode.DONE;
    } catch (IOException unwritable) {
      throw ResultsFolder.unwritable(results, unwritable);
    }
  }

  /** What was run by another study could not be verified beside this certificate. */
  private static void refuseAnotherStudy(Plan plan, ResultDirectory results) throws IOException {
    Path study = results.folder().resolve(ResultDirectory.STUDY);
    if (Files.exists(results.folder().resolve(ResultDirectory.SUMMARY))
        && Files.exists(study)
        && !Files.readString(study, StandardCharsets.UTF_8).equals(plan.portableYaml())) {
      throw new CommandException(
          "%s holds the results of a run of another study, or with other values.%n"
                  .formatted(results.folder())
              + "Maybe choose another folder with --out.",
          ExitCode.BAD_INPUT);
    }
  }

  private void print(StudyCertificate certificate, ResultDirectory results) {
    if (work.isQuiet()) {
      return;
    }
    PrintWriter printer = Printers.out(spec);
    new CertificateReport(printer, Printers.areColored()).print(certificate);
    printer.println("certificate in " + results.folder().resolve(CertificateFile.NAME));
    printer.flush();
  }
}

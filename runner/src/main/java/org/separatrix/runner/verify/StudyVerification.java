package org.separatrix.runner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.certify.StudyCertificate;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.store.DataFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.RunFiles;
import org.separatrix.runner.store.SummaryFile;

/** Checks a folder of results: its certificate, and its summary if it has one. */
public final class StudyVerification {
  private final Planner planner;
  private final FormulaCompiler formulas;
  private final int threads;

  /**
   * Prepares verifications.
   *
   * @param planner reads studies
   * @param formulas compiles the formulas of certificates without a study
   * @param threads number of threads, on which no answer depends
   */
  public StudyVerification(Planner planner, FormulaCompiler formulas, int threads) {
    this.planner = planner;
    this.formulas = formulas;
    this.threads = threads;
  }

  /**
   * Checks every fact in a folder that can be found out again without running the study.
   *
   * @param folder the folder
   * @throws MalformedFileException if the certificate is missing, or a file cannot be read
   */
  public List<Check> verify(Path folder) {
    StudyCertificate certificate = CertificateFile.read(folder.resolve(CertificateFile.NAME));
    Path study = folder.resolve(ResultDirectory.STUDY);
    Optional<Plan> plan =
        Files.exists(study) ? Optional.of(planner.plan(study, List.of())) : Optional.empty();
    Path file = folder.resolve(ResultDirectory.SUMMARY);
    Optional<JsonFields> summary =
        Files.exists(file)
            ? Optional.of(new JsonFields(file, "", SummaryFile.read(file)))
            : Optional.empty();
    if (summary.isPresent() && plan.isEmpty()) {
      throw new MalformedFileException(
          "%s: no such file, without which %s cannot be checked.%nMaybe run the study again."
              .formatted(study, ResultDirectory.SUMMARY));
    }
    Subjects subjects = new Subjects(plan, threads);
    List<Check> list =
        new ArrayList<>(new CertificateChecks(certificate, plan, subjects, formulas).list());
    if (summary.isPresent() && plan.isPresent()) {
      Checks files = new Checks("summary");
      boolean areRunsWhole = files(files, DataFiles.of(folder, summary.get().node()));
      list.addAll(files.list());
      Map<String, RunCounts> runs =
          areRunsWhole ? completeCells(plan.get(), RunCounts.read(folder)) : Map.of();
      list.addAll(new SummaryChecks(summary.get(), plan.get(), subjects, runs).list());
    }
    return list;
  }

  /**
   * Checks that files are as they were written, and tells whether those of runs are. Figures that
   * were removed are not missed.
   */
  private static boolean files(Checks checks, DataFiles data) {
    List<String> faults =
        data.faults(
            name ->
                !name.startsWith(ResultDirectory.FIGURES)
                    || Files.exists(data.results().resolve(name)));
    if (data.complete()) {
      checks.addAll("files", faults, "%d as they were written".formatted(data.listed().size()));
    }
    return data.faults(name -> name.startsWith(RunFiles.FOLDER)).isEmpty();
  }

  /** Of a cell with many runs only some rows are kept, from which nothing can be counted. */
  private static Map<String, RunCounts> completeCells(Plan plan, Map<String, RunCounts> counts) {
    Map<String, RunCounts> complete = new HashMap<>(counts);
    for (Cell cell : plan.cells()) {
      if (plan.study().output().runs().stride(cell.runs()) != 1) {
        complete.remove(cell.id());
      }
    }
    return complete;
  }
}

package org.separatrix.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.certify.Certification;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;
import org.separatrix.runner.figure.FigureFiles;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.report.ReportFile;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.store.Summaries.CellEntries;
import org.separatrix.runner.store.Summary;
import org.separatrix.runner.store.TrajectoryFile;

/**
 * Writes the files that a study leaves in its folder of results.
 *
 * @param plan the study
 * @param registry knows what its analyzers predict
 * @param results the folder
 * @param err where figures that were left out are named
 */
record StudyFiles(Plan plan, Registry registry, ResultDirectory results, PrintWriter err) {
  /**
   * Writes all that came out of a run.
   *
   * @param run the run, which is over
   * @param outcome what came out of it
   * @throws IOException if a file cannot be written
   */
  void write(StudyRun run, StudyOutcome outcome) throws IOException {
    CertificateFile.write(
        results.folder().resolve(CertificateFile.NAME),
        new Certification(plan, run.certificates(), Certification.Depth.KNOWN)
            .certificate(VersionProvider.version()));
    TrajectoryFile.write(results.folder(), plan);
    List<StoredFigure> figures =
        new FigureFiles(results.folder(), plan.study().output().figures(), err)
            .write(outcome.figures());
    results.write(
        outcome, figures, run.cells(), plan.portableYaml(), entries(), VersionProvider.version());
    writeReport(figures);
  }

  private void writeReport(List<StoredFigure> figures) throws IOException {
    Path report = results.folder().resolve(ReportFile.NAME);
    if (plan.study().output().report()) {
      ReportFile.write(
          results.folder(), report, new PredictionCatalogue(registry).known(), figures);
    } else {
      Files.deleteIfExists(report); // of an earlier run, whose results it showed
    }
  }

  /**
   * Writes the summary of what is there of a study that is not finished.
   *
   * @param outcome what comes of it
   * @param runs how many runs it is
   * @throws IOException if the file cannot be written
   */
  void writePartial(StudyOutcome outcome, long runs) throws IOException {
    results.writePartial(
        outcome, new Summary.Partial(runs, plan.runs()), entries(), VersionProvider.version());
  }

  private Map<String, CellEntries> entries() {
    Map<String, CellEntries> entries = new HashMap<>();
    for (Cell cell : plan.cells()) {
      entries.put(cell.id(), new CellEntries(cell.optimizerJson(), cell.startJson()));
    }
    return entries;
  }
}

package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.figure.Figure;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.StoredFigure;

/** Writes the report of a folder of results. */
public final class ReportFile {
  /** Its name within the results. */
  public static final String NAME = "report.html";

  private ReportFile() {}

  /**
   * Writes a report of what is in a folder, at once or not at all.
   *
   * @param results a folder that a run wrote
   * @param target the file to write
   * @param predictions what is known of the predictions that the results speak of
   * @return what could not be shown, and why
   * @throws IOException if it cannot be written
   * @throws org.separatrix.runner.store.MalformedFileException if the summary is missing or
   *     malformed
   */
  public static List<String> write(
      Path results, Path target, List<PredictionCatalogue.Item> predictions) throws IOException {
    return write(new ReportContent(results, predictions, Optional.empty()), target);
  }

  /**
   * Writes the report of a run that has just ended, at once or not at all.
   *
   * @param results the folder that it wrote
   * @param target the file to write
   * @param predictions what is known of the predictions that the results speak of
   * @param figures all that the summary lists, in its order
   * @return what could not be shown, and why
   * @throws IOException if it cannot be written
   */
  public static List<String> write(
      Path results,
      Path target,
      List<PredictionCatalogue.Item> predictions,
      List<StoredFigure> figures)
      throws IOException {
    List<Figure> written = figures.stream().map(StoredFigure::figure).toList();
    return write(new ReportContent(results, predictions, Optional.of(written)), target);
  }

  private static List<String> write(ReportContent report, Path target) throws IOException {
    JsonNode content = report.json();
    byte[] page = Page.html(content).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(target, out -> out.write(page));
    List<String> missing = new ArrayList<>();
    content.path("missing").forEach(each -> missing.add(each.asText()));
    return missing;
  }
}

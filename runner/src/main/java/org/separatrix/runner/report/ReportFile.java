package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.store.AtomicFile;

/** Writes the report of a folder of results. */
public final class ReportFile {
  /** Its name within the results. */
  public static final String NAME = "report.html";

  private ReportFile() {}

  /**
   * Writes a report, at once or not at all.
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
    JsonNode content = new ReportContent(results, predictions).json();
    byte[] page = Page.html(content).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(target, out -> out.write(page));
    List<String> missing = new ArrayList<>();
    content.path("missing").forEach(each -> missing.add(each.asText()));
    return missing;
  }
}

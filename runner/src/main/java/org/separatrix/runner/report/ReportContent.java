package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.figure.Figure;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.figure.FigureStyle;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.store.DataFiles;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.SummaryFile;

/**
 * Collects what the page shows: the summary as it is, and beside it what the other files of the
 * folder, as far as they can be read, and the predictions' descriptions add. What cannot be read is
 * named in the page.
 */
final class ReportContent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path results;
  private final List<PredictionCatalogue.Item> predictions;
  private final Optional<List<Figure>> written;
  private final List<String> missing = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param results a folder that a run wrote
   * @param predictions what is known of the predictions
   * @param written the figures, if the files were written just now, and need no test of whether
   *     they have changed since
   */
  ReportContent(
      Path results, List<PredictionCatalogue.Item> predictions, Optional<List<Figure>> written) {
    this.results = results;
    this.predictions = List.copyOf(predictions);
    this.written = written;
  }

  /**
   * Returns the content.
   *
   * @throws MalformedFileException if the summary is missing or malformed
   */
  JsonNode json() {
    JsonNode summary = SummaryFile.readAny(results);
    ObjectNode content = JSON.objectNode();
    content.set("summary", Typesetting.of(summary));
    content.set("predictions", predictions(summary));
    StoredFigures figures =
        written
            .map(each -> new StoredFigures(each, List.of()))
            .orElseGet(() -> StoredFigures.read(results, summary));
    content.set("figures", figures.json());
    missing.addAll(figures.missing());
    if (written.isEmpty()) {
      missing.addAll(
          DataFiles.of(results, summary).faults(name -> !name.startsWith(ResultDirectory.FIGURES)));
    }
    content.set("figuresOfFindings", figuresOfFindings(summary));
    content.set("study", study(summary));
    content.set("certificates", certificates());
    ArrayNode named = content.putArray("missing");
    missing.forEach(named::add);
    return content;
  }

  private JsonNode study(JsonNode summary) {
    Path file =
        summary.has("partial")
            ? StudyStore.of(results, warning -> {}).study()
            : results.resolve(ResultDirectory.STUDY);
    StudyTexts texts = StudyTexts.read(file);
    texts.problem().ifPresent(missing::add);
    ObjectNode study = JSON.objectNode();
    study.put("text", texts.whole());
    study.set("about", texts.about());
    ArrayNode cells = study.putArray("cells");
    for (JsonNode cell : summary.path("cells")) {
      cells.add(texts.ofCell(cell).orElse(""));
    }
    return study;
  }

  private JsonNode certificates() {
    Path file = results.resolve(CertificateFile.NAME);
    if (Files.notExists(file)) {
      return JSON.arrayNode();
    }
    try {
      return CertificateDigest.of(JsonFiles.read(file, 1));
    } catch (MalformedFileException malformed) {
      missing.add(String.valueOf(malformed.getMessage()));
      return JSON.arrayNode();
    }
  }

  /** Describes the predictions that the findings speak of. */
  private JsonNode predictions(JsonNode summary) {
    ObjectNode described = JSON.objectNode();
    for (JsonNode finding : summary.path("findings")) {
      String id = finding.path("prediction").asText();
      if (!described.has(id)) {
        item(id).ifPresent(item -> described.set(id, described(item)));
      }
    }
    return described;
  }

  private Optional<PredictionCatalogue.Item> item(String id) {
    return predictions.stream().filter(item -> item.prediction().id().equals(id)).findFirst();
  }

  private static JsonNode described(PredictionCatalogue.Item item) {
    Prediction prediction = item.prediction();
    return JSON.objectNode()
        .put("statement", FigureStyle.typeset(prediction.statement()))
        .put("source", prediction.source())
        .put("quantity", FigureStyle.typeset(prediction.quantity()))
        .put("decision", FigureStyle.typeset(prediction.decision()))
        .put("refutation", FigureStyle.typeset(prediction.refutation()))
        .put("analyzer", item.analyzer());
  }

  private JsonNode figuresOfFindings(JsonNode summary) {
    ArrayNode all = JSON.arrayNode();
    for (JsonNode finding : summary.path("findings")) {
      String prediction = finding.path("prediction").asText();
      List<String> makers = new ArrayList<>(List.of(prediction));
      item(prediction).ifPresent(item -> makers.add(item.analyzer()));
      ArrayNode ids = all.addArray();
      for (JsonNode figure : summary.path("figures")) {
        if (FigureOfFinding.isMeant(figure, finding, makers)) {
          ids.add(figure.path("id").asText());
        }
      }
    }
    return all;
  }
}

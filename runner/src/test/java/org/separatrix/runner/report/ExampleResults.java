package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.runner.figure.Examples;
import org.separatrix.runner.figure.FigureFiles;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.study.FigureFormat;

/** A folder of results, as a run writes it, small and with all that a page has to show. */
public final class ExampleResults {
  /** A text that is markup, script, quotes and marks that turn the direction of writing. */
  public static final String HOSTILE =
      "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
          + "'\"`${1}`\u202e\u2028{{DATA}}";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExampleResults() {}

  /** Returns descriptions of the predictions that the findings speak of. */
  public static List<PredictionCatalogue.Item> predictions() {
    return List.of(
        new PredictionCatalogue.Item(
            new Prediction(
                "escape-time",
                "P(T > k) = erf(R / s)",
                "Lee et al. 2016, Theorem 4.1",
                List.of("lambda_min < 0"),
                "exit steps",
                "chi-squared",
                "other steps"),
            "landscape"));
  }

  /**
   * Writes the results.
   *
   * @param folder where to
   * @param study name of the study
   * @return the figures that the summary lists
   */
  public static List<Figure> write(Path folder, String study) throws IOException {
    List<Figure> figures =
        List.of(
            Examples.landscape(),
            Examples.hostile(Axis.logarithmic("x"), Axis.logarithmic("y")),
            Examples.hostile(Axis.linear(study), Axis.linear("lambda_min")));
    List<StoredFigure> stored =
        new FigureFiles(folder, List.of(FigureFormat.CSV), new PrintWriter(Writer.nullWriter()))
            .write(figures);
    ObjectNode summary =
        (ObjectNode)
            MAPPER.readTree(ExampleResults.class.getResourceAsStream("/report/summary.json"));
    summary.put("study", study);
    ((ObjectNode) summary.path("findings").path(1)).put("detail", study);
    ArrayNode listed = summary.putArray("figures");
    for (StoredFigure each : stored) {
      ObjectNode entry = listed.addObject();
      entry.put("id", each.figure().id()).put("objective", each.figure().objective());
      entry.put("title", each.figure().title()).put("caption", each.figure().caption());
      each.files().forEach(entry.putArray("files")::add);
    }
    MAPPER.writeValue(folder.resolve("summary.json").toFile(), summary);
    Files.writeString(
        folder.resolve("study.yaml"),
        """
        schema: 1
        name: example
        objectives:
          - {type: lee-2016, name: lee}
        starts:
          - {type: uniform-box, name: uniform-box}
        runs: 100
        optimizers:
          - {type: gradient-descent, name: slow, step: 0.01}
          - {type: gradient-descent, name: fast, step: 0.05}
        """);
    return figures;
  }
}

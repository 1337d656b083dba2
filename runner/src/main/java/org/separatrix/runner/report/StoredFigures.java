package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.separatrix.api.figure.Figure;
import org.separatrix.runner.figure.FigureDocument;
import org.separatrix.runner.store.DataFiles;
import org.separatrix.runner.store.MalformedFileException;

/**
 * The figures of a folder of results, read from their data.
 *
 * @param figures those that can be read, in the order of the summary
 * @param missing says of each of the others why not
 */
public record StoredFigures(List<Figure> figures, List<String> missing) {
  /** What a run writes; a summary from elsewhere shall not name other files. */
  private static final Pattern DOCUMENT =
      Pattern.compile("figures/[A-Za-z0-9][A-Za-z0-9.=_-]*\\.json");

  /** Copies the lists. */
  public StoredFigures {
    figures = List.copyOf(figures);
    missing = List.copyOf(missing);
  }

  /**
   * Reads the figures that a summary lists.
   *
   * @param results the folder
   * @param summary its content
   */
  public static StoredFigures read(Path results, JsonNode summary) {
    DataFiles data = DataFiles.of(results, summary);
    List<Figure> figures = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (JsonNode entry : summary.path("figures")) {
      Optional<String> file =
          StreamSupport.stream(entry.path("files").spliterator(), false)
              .map(JsonNode::asText)
              .filter(name -> DOCUMENT.matcher(name).matches())
              .findFirst();
      try {
        file.ifPresentOrElse(
            name ->
                data.fault(name)
                    .ifPresentOrElse(
                        missing::add,
                        () -> figures.add(FigureDocument.read(results.resolve(name)))),
            () -> missing.add("figure '%s' has no data".formatted(entry.path("id").asText())));
      } catch (MalformedFileException malformed) {
        missing.add(String.valueOf(malformed.getMessage()));
      }
    }
    return new StoredFigures(figures, missing);
  }

  JsonNode json() {
    return JsonNodeFactory.instance
        .arrayNode()
        .addAll(figures.parallelStream().map(PageFigure::json).toList());
  }
}

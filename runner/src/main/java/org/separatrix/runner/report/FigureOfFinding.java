package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which figures belong to a finding, by what their ids and their cells say. */
final class FigureOfFinding {
  private static final Pattern POINT = Pattern.compile("c[0-9]+");

  private FigureOfFinding() {}

  /**
   * Tells whether a figure shows what a finding is about. An id starts with what drew the figure,
   * then the cell or the objective; if a critical point follows, it must be the finding's. A figure
   * of no cell belongs to all cells of its objective.
   *
   * @param figure an entry of the summary
   * @param finding an entry of the summary
   * @param makers the finding's prediction and its analyzer
   */
  static boolean isMeant(JsonNode figure, JsonNode finding, List<String> makers) {
    String id = figure.path("id").asText();
    String maker = id.split("/", 2)[0];
    return makers.contains(maker)
        && figure.path("objective").equals(finding.path("objective"))
        && (figure.path("cell").isMissingNode() || figure.path("cell").equals(finding.path("cell")))
        && points(figure, id.substring(maker.length()))
            .allMatch(point -> point.equals(finding.path("point").asText()));
  }

  private static Stream<String> points(JsonNode figure, String id) {
    String subject = "/" + figure.path(figure.has("cell") ? "cell" : "objective").asText();
    String rest = id.startsWith(subject) ? id.substring(subject.length()) : id;
    return Arrays.stream(rest.split("/")).filter(part -> POINT.matcher(part).matches());
  }
}

package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Tells which figures belong to a finding, by what their ids and their cells say. */
final class FigureOfFinding {
  private static final Pattern POINT = Pattern.compile("c[0-9]+");

  private FigureOfFinding() {}

  /**
   * Tells whether a figure shows what a finding is about. An id starts with what drew the figure;
   * if it ends with a critical point, it must be the finding's. A figure of no cell belongs to all
   * cells of its objective.
   *
   * @param figure an entry of the summary
   * @param finding an entry of the summary
   * @param makers the finding's prediction and its analyzer
   */
  static boolean isMeant(JsonNode figure, JsonNode finding, List<String> makers) {
    List<String> id = List.of(figure.path("id").asText().split("/"));
    String last = id.get(id.size() - 1);
    return makers.contains(id.get(0))
        && figure.path("objective").equals(finding.path("objective"))
        && (figure.path("cell").isMissingNode()
            || figure.path("cell").equals(finding.path("cell")))
        && (!POINT.matcher(last).matches() || last.equals(finding.path("point").asText()));
  }
}

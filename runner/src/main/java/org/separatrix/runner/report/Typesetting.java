package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.separatrix.runner.figure.FigureStyle;

/**
 * Sets the sentences of a summary as print does; names, which identify things, stay as they are.
 */
final class Typesetting {
  private Typesetting() {}

  /**
   * Returns a summary with sentences that read well.
   *
   * @param summary the summary, which is not changed
   */
  static JsonNode of(JsonNode summary) {
    JsonNode copy = summary.deepCopy();
    for (JsonNode finding : copy.path("findings")) {
      set(finding, "detail");
      for (JsonNode hypothesis : finding.path("hypotheses")) {
        set(hypothesis, "name");
        set(hypothesis, "detail");
      }
    }
    for (JsonNode control : copy.path("controls")) {
      set(control, "expected");
      set(control, "observed");
    }
    for (JsonNode cell : copy.path("cells")) {
      set(cell.path("certificate"), "detail");
    }
    for (JsonNode problem : copy.path("comparison").path("problems")) {
      set(problem, "condition");
    }
    return copy;
  }

  private static void set(JsonNode object, String key) {
    if (object instanceof ObjectNode changed && changed.path(key).isTextual()) {
      changed.put(key, FigureStyle.typeset(changed.path(key).asText()));
    }
  }
}

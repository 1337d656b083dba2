package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The findings of a summary. */
final class StoredFindings {
  private StoredFindings() {}

  /** Returns those of a prediction, in their order. */
  static List<JsonNode> of(JsonNode summary, String prediction) {
    return StreamSupport.stream(summary.get("findings").spliterator(), false)
        .filter(finding -> finding.get("prediction").asText().equals(prediction))
        .toList();
  }
}

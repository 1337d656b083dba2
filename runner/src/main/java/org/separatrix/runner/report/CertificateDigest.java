package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.separatrix.runner.yaml.YamlNumbers;

/** What the page shows of a certificate, in decimals: formula, remarks and the first points. */
final class CertificateDigest {
  /** Points whose enclosures are shown; the certificate has all. */
  private static final int POINTS = 200;

  private CertificateDigest() {}

  /**
   * Returns the digest, an entry for each objective.
   *
   * @param certificate the content of {@code certificate.json}
   */
  static ArrayNode of(JsonNode certificate) {
    ArrayNode digest = JsonNodeFactory.instance.arrayNode();
    for (JsonNode objective : certificate.path("objectives")) {
      ObjectNode entry = digest.addObject();
      entry.put("objective", objective.path("objective").asText());
      entry.put("formula", formula(objective.path("formula")));
      entry.set("remarks", objective.path("remarks"));
      addPoints(objective.path("census").path("blocks"), entry.putArray("points"));
    }
    return digest;
  }

  /** The text says nothing without the numbers that its names stand for. */
  private static String formula(JsonNode formula) {
    String parameters =
        formula.path("parameters").properties().stream()
            .map(
                each ->
                    ", %s = %s"
                        .formatted(
                            each.getKey(),
                            YamlNumbers.text(each.getValue().path("decimal").asDouble())))
            .collect(Collectors.joining());
    return formula.path("text").asText() + parameters;
  }

  /** The points of a function that splits into several are products, which are not written out. */
  private static void addPoints(JsonNode blocks, ArrayNode points) {
    if (blocks.size() == 1) {
      for (JsonNode point : blocks.path(0).path("points")) {
        if (points.size() < POINTS) {
          ObjectNode entry = points.addObject();
          entry.set("enclosure", decimals(point.path("enclosure")));
          entry.set("eigenvalues", decimals(point.path("eigenvalues")));
        }
      }
    }
  }

  private static ArrayNode decimals(JsonNode intervals) {
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    intervals.forEach(interval -> pairs.add(interval.path("decimal")));
    return pairs;
  }
}

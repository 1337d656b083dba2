package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page shows of a certificate: formula, bounds, remarks and the first points. */
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
      entry.set("objective", objective.path("objective"));
      entry.set("formula", objective.path("formula").path("text"));
      entry.set("bounds", objective.path("bounds"));
      entry.set("remarks", objective.path("remarks"));
      ArrayNode points = entry.putArray("points");
      for (JsonNode point : objective.path("census").path("points")) {
        if (points.size() < POINTS) {
          points
              .addObject()
              .<ObjectNode>set("eigenvalues", point.path("eigenvalues"))
              .<ObjectNode>set("enclosure", point.path("enclosure"))
              .set("placement", point.path("placement"));
        }
      }
    }
    return digest;
  }
}

package org.separatrix.runner.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.separatrix.runner.parts.Part;

/** Parts as JSON; every double is read as the one that was written. */
final class PartJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private PartJson() {}

  static byte[] write(Part part) {
    try {
      return MAPPER.writeValueAsBytes(part);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a part.
   *
   * @throws IOException if it is none
   */
  static Part read(byte[] json) throws IOException {
    return MAPPER.readValue(json, Part.class);
  }
}

package org.separatrix.runner.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.runner.parts.Part;

/**
 * Parts as JSON; every double is read as the one that was written. Critical points are without
 * their eigenvectors, d^2 numbers each, which nobody asks a part for: a census works them out from
 * the coordinates.
 */
final class PartJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addMixIn(CriticalPoint.class, WithoutEigenvectors.class)
          .build();

  private PartJson() {}

  private interface WithoutEigenvectors {
    @SuppressWarnings("UnusedMethod") // gives the getter of that name another serializer
    @JsonSerialize(using = EmptyList.class)
    double[][] eigenvectors();
  }

  private static final class EmptyList extends JsonSerializer<double[][]> {
    @Override
    public void serialize(double[][] vectors, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      out.writeEndArray();
    }
  }

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

package org.separatrix.runner.certify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.MalformedFileException;

/** Reads and writes {@code certificate.json}. */
public final class CertificateFile {
  /** Its name in a folder of results. */
  public static final String NAME = "certificate.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .addModule(ExactNumbers.module())
          .build();

  private CertificateFile() {}

  /**
   * Replaces a certificate atomically.
   *
   * @param target the file
   * @param certificate its content
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, StudyCertificate certificate) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    AtomicFile.write(
        target,
        out -> {
          MAPPER.writer(printer).writeValue(out, certificate);
          out.write('\n');
        });
  }

  /**
   * Reads a certificate.
   *
   * @param file the file
   * @throws MalformedFileException if it is missing, or is no certificate of this version
   */
  public static StudyCertificate read(Path file) {
    JsonNode tree = JsonFiles.read(file, StudyCertificate.SCHEMA);
    try {
      return MAPPER.treeToValue(tree, StudyCertificate.class);
    } catch (JsonProcessingException malformed) {
      throw JsonFiles.malformed(file, malformed);
    }
  }
}

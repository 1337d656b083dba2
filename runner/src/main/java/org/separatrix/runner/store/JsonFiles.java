package org.separatrix.runner.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Writes JSON, and reads files of results and says in one message what is wrong with one. */
public final class JsonFiles {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private static final String AGAIN =
      "Maybe write the results again with separatrix run or separatrix certify.";

  private JsonFiles() {}

  /**
   * Returns JSON as the text of a file: indented, with line feeds on every system.
   *
   * @param tree the content
   */
  public static String text(JsonNode tree) throws JsonProcessingException {
    return MAPPER
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .writeValueAsString(tree)
        + "\n";
  }

  /**
   * Returns JSON as one line, with the shortest decimals that read as the same doubles.
   *
   * @param tree the content
   */
  public static String line(JsonNode tree) throws JsonProcessingException {
    return MAPPER.writeValueAsString(tree);
  }

  /**
   * Reads a file whose key {@code schema} is a certain version.
   *
   * @param file the file
   * @param schema the version that can be read
   * @throws MalformedFileException if it is missing, no JSON, or of another version
   */
  public static JsonNode read(Path file, int schema) {
    JsonNode tree = tree(file);
    JsonNode version = tree.path("schema");
    if (version.isInt() && version.intValue() > schema) {
      throw later(file.toString(), version.intValue(), schema);
    }
    if (!version.isInt() || version.intValue() != schema) {
      throw new MalformedFileException(
          "%s: schema is %s: this version of the program reads schema %d.%n"
                  .formatted(file, version.isMissingNode() ? "missing" : version, schema)
              + AGAIN);
    }
    return tree;
  }

  /**
   * Returns what says that a later version of the program wrote a file.
   *
   * @param place the file, and the line if it matters
   * @param schema what it says
   * @param known the version that can be read
   */
  public static MalformedFileException later(String place, int schema, int known) {
    return new MalformedFileException(
        ("%s: schema is %d: this version of the program reads schema %d.%n"
                + "Maybe use the version that wrote it, or another folder.")
            .formatted(place, schema, known));
  }

  /**
   * Returns the version that the key {@code schema} of a file says, if it can be read.
   *
   * @param file the file
   */
  public static OptionalInt schema(Path file) {
    try {
      JsonNode version = tree(file).path("schema");
      return version.isInt() ? OptionalInt.of(version.intValue()) : OptionalInt.empty();
    } catch (MalformedFileException unreadable) {
      return OptionalInt.empty();
    }
  }

  private static JsonNode tree(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("not a regular file"); // perhaps a pipe, which would be waited for
      }
      return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      throw new MalformedFileException(
          "%s: no such file.%nMaybe name a folder that separatrix run or separatrix certify wrote."
              .formatted(file));
    } catch (JsonProcessingException malformed) {
      throw malformed(file, malformed);
    } catch (AccessDeniedException denied) {
      throw new MalformedFileException("%s: no permission to read this file".formatted(file));
    } catch (IOException unreadable) {
      throw new MalformedFileException(
          "%s: cannot be read: %s.%nMaybe it is no file, or not of this encoding, UTF-8."
              .formatted(file, unreadable.getMessage()));
    }
  }

  /** Returns what says where a file is not as it should be. */
  public static MalformedFileException malformed(Path file, JsonProcessingException failure) {
    StringBuilder key = new StringBuilder();
    if (failure instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        key.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      }
    }
    String place =
        failure.getLocation() != null && failure.getLocation().getLineNr() > 0
            ? ":%d:%d"
                .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr())
            : "";
    return new MalformedFileException(
        "%s%s: %s%s%n%s"
            .formatted(file, place, key.isEmpty() ? "" : key + ": ", reason(failure), AGAIN));
  }

  /**
   * Returns what is wrong with JSON, without words that mean nothing outside of the program.
   *
   * @param failure of whoever read it
   */
  public static String reason(JsonProcessingException failure) {
    return String.valueOf(failure.getOriginalMessage())
        .lines()
        .findFirst()
        .orElse("malformed")
        .replaceAll("^Trailing token .*", "something follows after its end")
        .replaceAll("\\[Source: [^;\\]]*; line: ([0-9]+), column: ([0-9]+)]", "line $1, column $2")
        .replaceAll("\\[Source: [^\\]]*; byte offset: #([0-9]+)]", "byte $1")
        .replaceAll(": enable `JsonReadFeature.*|, from `StreamReadConstraints[^`]*`", "")
        .replaceAll(" \\(class [^)]*\\), not marked as ignorable", "")
        .replaceAll(" \\(for Map key of type [^)]*\\)", "")
        .replaceAll("`?\\b(?:org\\.separatrix|java)\\.[\\w.$<>,]+`?", "the value");
  }
}

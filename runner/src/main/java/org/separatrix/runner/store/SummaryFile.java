package org.separatrix.runner.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes {@code summary.json}. */
public final class SummaryFile {
  /** Largest magnitude at which every integer is a double. */
  private static final double EXACT_INTEGERS = 0x1p53;

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new NumberSerializer())
                  .addSerializer(double.class, new NumberSerializer())
                  .addSerializer(double[].class, new NumbersSerializer()))
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private SummaryFile() {}

  /**
   * Reads a summary.
   *
   * @param file the file
   * @throws MalformedFileException if it is missing, of another version, or not as it was written
   */
  public static JsonNode read(Path file) {
    JsonNode tree = JsonFiles.read(file, Summary.SCHEMA);
    RecordShape.check(file, tree, Summary.class);
    return tree;
  }

  /**
   * Reads the summary of results, or that of a study that is not finished, if there is no other.
   *
   * @param results the folder of results
   * @throws MalformedFileException if it is missing, of another version, or not as it was written
   */
  public static JsonNode readAny(Path results) {
    Path whole = results.resolve(ResultDirectory.SUMMARY);
    Path partial = results.resolve(ResultDirectory.PARTIAL_SUMMARY);
    return read(Files.notExists(whole) && Files.exists(partial) ? partial : whole);
  }

  /**
   * Replaces a summary atomically.
   *
   * @param target the file
   * @param summary its content
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, Summary summary) throws IOException {
    writeJson(target, summary);
  }

  /**
   * Replaces a file atomically by one in the form of summaries, in which what is not finite is null
   * and what is null is left out.
   *
   * @param target the file
   * @param content a record
   * @throws IOException if it cannot be written
   */
  public static void writeJson(Path target, Record content) throws IOException {
    AtomicFile.write(target, out -> out.write((json(content) + '\n').getBytes(UTF_8)));
  }

  /**
   * Returns a record in that form.
   *
   * @param content a record
   */
  public static String json(Record content) throws IOException {
    return WRITER.writeValueAsString(content);
  }

  private static void writeNumber(double value, JsonGenerator json) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull(); // JSON has no other way to say it
    } else if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  /** Writes whole numbers without a fraction, so that a count reads like one. */
  private static final class NumberSerializer extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      writeNumber(value, json);
    }
  }

  /** Writes a vector on one line. */
  private static final class NumbersSerializer extends JsonSerializer<double[]> {
    @Override
    public void serialize(double[] values, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : values) {
        writeNumber(value, json);
      }
      json.writeEndArray();
    }
  }
}

package org.separatrix.runner.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.MalformedFileException;

/**
 * The file {@code figures/NAME.json}: everything that a figure is drawn from, so that it can be
 * drawn again, elsewhere and in another form.
 *
 * <p>Layers have the key {@code kind}: curve, markers, band, intervals, bars, contours, regions or
 * labels. Meshes have the key {@code kind}, too: SURFACE, CURVE or POINTS. Series are lists of
 * numbers; NaN and the infinities, which JSON does not have, are the texts "NaN", "Infinity" and
 * "-Infinity". Numbers are the shortest decimals that read as the same doubles.
 *
 * @param schema version of this format
 * @param figure the figure
 */
public record FigureDocument(int schema, Figure figure) {
  /** Version that this program writes. */
  public static final int SCHEMA = 1;

  /** Extension of the files. */
  public static final String EXTENSION = ".json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addMixIn(Layer.class, KindOfLayer.class)
          .addMixIn(Series.class, Numbers.class)
          // Figures were written without meshes once.
          .withConfigOverride(
              List.class,
              lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  /**
   * Writes a figure.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  static void write(Figure figure, OutputStream out) throws IOException {
    MAPPER.writeValue(out, new FigureDocument(SCHEMA, figure));
  }

  /**
   * Reads a figure.
   *
   * @param file the file
   * @throws MalformedFileException if it is missing or no figure
   */
  public static Figure read(Path file) {
    JsonNode tree = JsonFiles.read(file, SCHEMA);
    try {
      return MAPPER.treeToValue(tree, FigureDocument.class).figure();
    } catch (JsonProcessingException malformed) {
      throw JsonFiles.malformed(file, malformed);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Layer.Curve.class, name = "curve"),
    @JsonSubTypes.Type(value = Layer.Markers.class, name = "markers"),
    @JsonSubTypes.Type(value = Layer.Band.class, name = "band"),
    @JsonSubTypes.Type(value = Layer.Intervals.class, name = "intervals"),
    @JsonSubTypes.Type(value = Layer.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Layer.Contours.class, name = "contours"),
    @JsonSubTypes.Type(value = Layer.Regions.class, name = "regions"),
    @JsonSubTypes.Type(value = Layer.Labels.class, name = "labels")
  })
  private interface KindOfLayer {}

  private abstract static class Numbers {
    @JsonCreator
    static Series of(double... values) {
      return Series.of(values);
    }

    @JsonValue
    abstract double[] toArray();
  }
}

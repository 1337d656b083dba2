package org.separatrix.runner.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.figure.FigureStyle;

/**
 * A figure as the page's script draws it: labels set as print does, each layer with its look, and
 * contour lines in place of the values that they come from.
 *
 * <p>Numbers have seven significant digits, which no screen can tell from all sixteen; the files of
 * the folder {@code figures} have those.
 */
final class PageFigure {
  private static final int DIGITS = 7;

  /** Largest power of ten, with the powers below it, that is a double. */
  private static final int LARGEST_POWER = 22;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PageFigure() {}

  /**
   * Returns the figure.
   *
   * @param figure as an analyzer made it
   */
  static ObjectNode json(Figure figure) {
    FigureStyle style = FigureStyle.of(figure);
    ObjectNode json =
        JSON.objectNode()
            .put("id", figure.id())
            .put("title", FigureStyle.typeset(figure.title()))
            .put("caption", FigureStyle.typeset(figure.caption()))
            .put("objective", figure.objective())
            .put("equal", figure.aspect() == Figure.Aspect.EQUAL);
    figure.cell().ifPresent(cell -> json.put("cell", cell));
    json.set("x", axis(figure.x(), style.x()));
    json.set("y", axis(figure.y(), style.y()));
    ArrayNode layers = json.putArray("layers");
    for (int i = 0; i < figure.layers().size(); i++) {
      layers.add(layer(figure.layers().get(i), style.layers().get(i)));
    }
    return json;
  }

  private static ObjectNode axis(Axis axis, Axis.Range range) {
    return JSON.objectNode()
        .put("label", FigureStyle.typeset(axis.label()))
        .put("logarithmic", axis.scale() == Axis.Scale.LOGARITHMIC)
        .put("low", range.low())
        .put("high", range.high());
  }

  private static ObjectNode layer(Layer layer, FigureStyle.LayerStyle style) {
    ObjectNode json =
        JSON.objectNode()
            .put("name", FigureStyle.typeset(layer.name()))
            .put("role", name(FigureStyle.role(layer)))
            .put("color", "#" + style.color())
            .put("width", style.width())
            .put("glyph", style.glyph())
            .put("filled", style.filled())
            .put("radius", style.radius());
    json.set("dash", numbers(style.dash()));
    if (layer instanceof Layer.Curve curve) {
      return columns(json, "curve", List.of("x", "y"), curve.x(), curve.y());
    }
    if (layer instanceof Layer.Markers markers) {
      return columns(json, "markers", List.of("x", "y"), markers.x(), markers.y());
    }
    if (layer instanceof Layer.Band band) {
      List<String> names = List.of("x", "low", "high");
      return columns(json, "band", names, band.x(), band.low(), band.high());
    }
    if (layer instanceof Layer.Intervals each) {
      List<String> names = List.of("x", "low", "high");
      return columns(json, "intervals", names, each.x(), each.low(), each.high());
    }
    if (layer instanceof Layer.Bars bars) {
      return columns(json, "bars", List.of("edges", "heights"), bars.edges(), bars.heights());
    }
    if (layer instanceof Layer.Contours contours) {
      return contours(json, contours);
    }
    if (layer instanceof Layer.Regions regions) {
      return regions(json, regions);
    }
    if (layer instanceof Layer.Labels labels) {
      ArrayNode texts = json.putArray("texts");
      labels.texts().forEach(text -> texts.add(FigureStyle.typeset(text)));
      json.put("anchor", name(labels.anchor()));
      return columns(json, "labels", List.of("x", "y"), labels.x(), labels.y());
    }
    throw new IllegalArgumentException("a layer of kind " + layer.getClass().getName());
  }

  private static ObjectNode columns(
      ObjectNode json, String kind, List<String> names, Series... columns) {
    json.put("kind", kind);
    for (int i = 0; i < columns.length; i++) {
      json.set(names.get(i), numbers(columns[i]));
    }
    return json;
  }

  private static ObjectNode contours(ObjectNode json, Layer.Contours layer) {
    json.put("kind", "contours");
    ArrayNode lines = json.putArray("lines");
    for (FigureStyle.ContourLine line : FigureStyle.contourLines(layer)) {
      ObjectNode each = lines.addObject();
      each.set("level", number(line.level()));
      each.set("x", numbers(line.x()));
      each.set("y", numbers(line.y()));
    }
    return json;
  }

  private static ObjectNode regions(ObjectNode json, Layer.Regions layer) {
    Grid grid = layer.grid();
    json.put("kind", "regions").put("columns", grid.columns()).put("rows", grid.rows());
    json.set("x", numbers(Series.of(grid.x().low(), grid.x().high())));
    json.set("y", numbers(Series.of(grid.y().low(), grid.y().high())));
    json.set("stretches", stretches(layer.labels()));
    ArrayNode meanings = json.putArray("meanings");
    layer.meanings().forEach(meaning -> meanings.add(FigureStyle.typeset(meaning)));
    ArrayNode tints = json.putArray("tints");
    FigureStyle.tints(layer).forEach(tint -> tints.add("#" + tint));
    return json;
  }

  /** Labels in pairs of a label and how often it follows itself: neighbours are mostly the same. */
  private static ArrayNode stretches(Series labels) {
    ArrayNode array = JSON.arrayNode();
    int from = 0;
    for (int i = 1; i <= labels.size(); i++) {
      if (i == labels.size() || labels.get(i) != labels.get(from)) {
        array.add((int) labels.get(from)).add(i - from);
        from = i;
      }
    }
    return array;
  }

  private static ArrayNode numbers(Series series) {
    ArrayNode array = JSON.arrayNode(series.size());
    for (int i = 0; i < series.size(); i++) {
      array.add(number(series.get(i)));
    }
    return array;
  }

  /** JSON has no word for NaN and the infinities; texts of these are what the script reads. */
  private static JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      return JSON.textNode(Double.toString(value));
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return JSON.numberNode((long) value);
    }
    return JSON.numberNode(rounded(value));
  }

  /** Returns the double next to a decimal of few digits, which is written with these alone. */
  private static double rounded(double value) {
    int shift = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
    if (Math.abs(shift) > LARGEST_POWER) {
      return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
    // A whole number times or over an exact power is rounded once.
    double power = Math.pow(10, Math.abs(shift));
    return shift < 0 ? Math.rint(value / power) * power : Math.rint(value * power) / power;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

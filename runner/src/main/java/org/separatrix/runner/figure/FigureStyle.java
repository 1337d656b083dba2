package org.separatrix.runner.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/**
 * How a figure looks, for whoever draws it by other means than a picture here: the same colours,
 * dashes and marks, the same ranges of the axes, the same contour lines.
 *
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 * @param layers the look of each layer, in their order
 */
public record FigureStyle(Axis.Range x, Axis.Range y, List<LayerStyle> layers) {
  private static final int LEVELS = 14;

  /** Copies the list. */
  public FigureStyle {
    layers = List.copyOf(layers);
  }

  /**
   * The look of a layer. Colours are six hexadecimal digits, lengths are in points, 1/72 inch.
   *
   * @param color of lines and marks
   * @param fill of areas
   * @param width of lines
   * @param dash lengths of strokes and gaps; none for a solid line
   * @param glyph name of the mark: disk, square, triangle, diamond, circle, cross or wedge
   * @param filled whether the mark is filled
   * @param radius of marks
   */
  public record LayerStyle(
      String color,
      String fill,
      double width,
      Series dash,
      String glyph,
      boolean filled,
      double radius) {}

  /**
   * A line of equal value.
   *
   * @param level the value
   * @param x abscissas
   * @param y ordinates, as many
   */
  public record ContourLine(double level, Series x, Series y) {}

  /**
   * Returns the style of a figure.
   *
   * @param figure the figure
   */
  public static FigureStyle of(Figure figure) {
    Scale horizontal = DataRange.horizontal(figure);
    Scale vertical = DataRange.vertical(figure);
    LayerLooks looks = new LayerLooks();
    return new FigureStyle(
        new Axis.Range(horizontal.low(), horizontal.high()),
        new Axis.Range(vertical.low(), vertical.high()),
        figure.layers().stream().map(layer -> style(looks.look(layer, role(layer)))).toList());
  }

  /**
   * Returns the lines of a layer of contours.
   *
   * @param layer the layer
   */
  public static List<ContourLine> contourLines(Layer.Contours layer) {
    ContourLines lines = new ContourLines(layer.grid(), layer.values());
    List<ContourLine> found = new ArrayList<>();
    for (double level : ContourLevels.of(layer.values(), LEVELS)) {
      lines.at(level).forEach(line -> found.add(new ContourLine(level, line.x(), line.y())));
    }
    return found;
  }

  /**
   * Returns the colours of regions, one for each label.
   *
   * @param layer the layer
   */
  public static List<String> tints(Layer.Regions layer) {
    return IntStream.range(0, layer.meanings().size())
        .mapToObj(label -> digits(Palette.tint(label)))
        .toList();
  }

  /**
   * Sets the plain text of a label as print does, with Greek letters and raised digits.
   *
   * @param text as an analyzer writes it
   */
  public static String typeset(String text) {
    return Typography.set(text);
  }

  /**
   * Returns what a layer stands for; the landscape if it has no role.
   *
   * @param layer the layer
   */
  public static Role role(Layer layer) {
    if (layer instanceof Layer.Curve curve) {
      return curve.role();
    }
    if (layer instanceof Layer.Markers markers) {
      return markers.role();
    }
    if (layer instanceof Layer.Band band) {
      return band.role();
    }
    if (layer instanceof Layer.Intervals intervals) {
      return intervals.role();
    }
    if (layer instanceof Layer.Labels labels) {
      return labels.role();
    }
    return layer instanceof Layer.Bars bars ? bars.role() : Role.LANDSCAPE;
  }

  private static LayerStyle style(Look look) {
    double[] dash = new double[look.dash().length];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = look.dash()[i];
    }
    return new LayerStyle(
        digits(look.color()),
        digits(look.fill()),
        look.width(),
        Series.of(dash),
        look.glyph().name().toLowerCase(Locale.ROOT),
        look.glyph().isFilled(),
        look.radius());
  }

  private static String digits(Color color) {
    return String.format(Locale.ROOT, "%06X", color.getRGB() & 0xFFFFFF);
  }
}

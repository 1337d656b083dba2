package org.separatrix.runner.latex;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.runner.figure.FigureStyle;

/**
 * A figure as a picture of pgfplots, with the colours, dashes and ranges of the pictures that a run
 * draws. Its data lie in files beside it, in the folder that {@code \separatrixdata} names.
 */
final class PgfplotsFigure {
  private static final Map<String, String> MARKS =
      Map.of(
          "disk", "*",
          "circle", "o",
          "square", "square",
          "triangle", "triangle*",
          "diamond", "diamond",
          "cross", "x",
          "wedge", "triangle");

  private final Figure figure;
  private final FigureStyle style;
  private final String stem;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> explained = new HashSet<>();

  private PgfplotsFigure(Figure figure, String stem) {
    this.figure = figure;
    this.style = FigureStyle.of(figure);
    this.stem = stem;
  }

  /**
   * Returns the source.
   *
   * @param figure the figure
   * @param stem names of its files without their ends
   */
  static String source(Figure figure, String stem) {
    return new PgfplotsFigure(figure, stem).write();
  }

  /**
   * Returns the name of the file with a layer's data.
   *
   * @param layer the layer
   * @param stem names of the figure's files without their ends
   * @param number of the layer, from 1
   */
  static String dataFile(Layer layer, String stem, int number) {
    return stem + "-" + number + (layer instanceof Layer.Regions ? ".png" : ".csv");
  }

  private String write() {
    line("%% %s", LatexText.plain(figure.title()));
    line("%% %s", LatexText.plain(figure.caption()));
    line("\\providecommand{\\separatrixdata}{.}");
    line("\\begin{tikzpicture}");
    for (int i = 0; i < style.layers().size(); i++) {
      line("\\definecolor{layer%s}{HTML}{%s}", letter(i), style.layers().get(i).color());
      line("\\definecolor{area%s}{HTML}{%s}", letter(i), style.layers().get(i).fill());
    }
    line("\\begin{axis}[");
    line("  width=0.9\\linewidth, height=0.62\\linewidth, axis on top,");
    axis("x", figure.x(), style.x());
    axis("y", figure.y(), style.y());
    if (figure.aspect() == Figure.Aspect.EQUAL) {
      line("  axis equal image,");
    }
    line("  unbounded coords=jump, filter discard warning=false, scaled ticks=false,");
    line("  legend style={draw=none, font=\\footnotesize, at={(0.5,-0.22)}, anchor=north},");
    line("  legend columns=2, legend cell align=left]");
    for (int i = 0; i < figure.layers().size(); i++) {
      layer(i, figure.layers().get(i), style.layers().get(i));
    }
    line("\\end{axis}");
    line("\\end{tikzpicture}");
    return text.toString();
  }

  private void axis(String name, Axis axis, Axis.Range range) {
    line("  %slabel={%s},", name, LatexText.set(axis.label()));
    if (axis.scale() == Axis.Scale.LOGARITHMIC) {
      line("  %smode=log,", name);
    }
    line("  %1$smin=%2$s, %1$smax=%3$s,", name, range.low(), range.high());
  }

  private void layer(int index, Layer layer, FigureStyle.LayerStyle look) {
    String color = "layer" + letter(index);
    String area = "area" + letter(index);
    if (layer instanceof Layer.Regions regions) {
      regions(index, regions);
    } else if (layer instanceof Layer.Labels labels) {
      labels(labels);
    } else if (layer instanceof Layer.Markers) {
      plot(
          index,
          "only marks, mark=%s, mark size=%spt, color=%s"
              .formatted(MARKS.get(look.glyph()), 0.7 * look.radius(), color),
          "x=x, y=y",
          "");
    } else if (layer instanceof Layer.Band) {
      plot(index, "draw=none, fill=%s, area legend".formatted(area), "x=x, y=y", " -- cycle");
    } else if (layer instanceof Layer.Bars) {
      plot(
          index,
          "ybar interval, draw=%s, fill=%s, area legend".formatted(color, area),
          "x=x, y=y",
          "");
    } else if (layer instanceof Layer.Intervals) {
      plot(
          index,
          "only marks, mark=none, color=%s, error bars/.cd, y dir=both, y explicit"
              .formatted(color),
          "x=x, y=y, y error minus=below, y error plus=above",
          "");
    } else {
      plot(
          index,
          "color=%s, line width=%spt%s".formatted(color, look.width(), dash(look)),
          "x=x, y=y",
          "");
    }
  }

  private void plot(int index, String options, String columns, String end) {
    Layer layer = figure.layers().get(index);
    boolean named = !layer.name().isBlank() && explained.add(layer.name());
    line(
        "\\addplot[%s%s] table[col sep=comma, %s] {\\separatrixdata/%s}%s;",
        named ? "" : "forget plot, ", options, columns, dataFile(layer, stem, index + 1), end);
    if (named) {
      line("\\addlegendentry{%s}", LatexText.set(layer.name()));
    }
  }

  private void regions(int index, Layer.Regions regions) {
    line(
        "\\addplot[forget plot] graphics[xmin=%s, xmax=%s, ymin=%s, ymax=%s]"
            + " {\\separatrixdata/%s};",
        regions.grid().x().low(),
        regions.grid().x().high(),
        regions.grid().y().low(),
        regions.grid().y().high(),
        dataFile(regions, stem, index + 1));
    List<String> tints = FigureStyle.tints(regions);
    for (int label = 0; label < Math.min(12, tints.size()); label++) {
      String color = "tint" + letter(index) + letter(label);
      line("\\definecolor{%s}{HTML}{%s}", color, tints.get(label));
      line("\\addlegendimage{area legend, draw=none, fill=%s}", color);
      line("\\addlegendentry{%s}", LatexText.set(regions.meanings().get(label)));
    }
  }

  private void labels(Layer.Labels labels) {
    String anchor =
        switch (labels.anchor()) {
          case START -> "south west";
          case MIDDLE -> "south";
          case END -> "south east";
        };
    for (int i = 0; i < labels.texts().size(); i++) {
      line(
          "\\node[anchor=%s, font=\\footnotesize] at (axis cs:%s,%s) {%s};",
          anchor, labels.x().get(i), labels.y().get(i), LatexText.set(labels.texts().get(i)));
    }
  }

  private static String dash(FigureStyle.LayerStyle look) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < look.dash().size(); i++) {
      pattern.append(i % 2 == 0 ? "on " : "off ").append(look.dash().get(i)).append("pt ");
    }
    return pattern.isEmpty() ? "" : ", dash pattern=" + pattern.toString().strip();
  }

  /** Names of colours have no digits here: a, b, ..., z, ba, bb. */
  private static String letter(int index) {
    return index < 26
        ? String.valueOf((char) ('a' + index))
        : letter(index / 26) + letter(index % 26);
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}

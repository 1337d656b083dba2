package org.separatrix.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A plot with logarithmic axes, as SVG. */
public final class LogLogPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;
  private static final int RIGHT = 180;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#c8553d", "#3a7d44", "#7a4f9e", "#8a6d1f", "#444444");

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, double[] x, double[] y) {}

  /**
   * Creates an empty plot.
   *
   * @param title stands above it
   * @param xLabel stands below the horizontal axis
   * @param yLabel stands beside the vertical axis
   */
  public LogLogPlot(String title, String xLabel, String yLabel) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /**
   * Adds a line.
   *
   * @param name its name
   * @param x positive numbers; copied
   * @param y as many positive numbers; copied
   */
  public void add(String name, double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "line '%s' has %d and %d numbers".formatted(name, x.length, y.length));
    }
    lines.add(new Line(name, x.clone(), y.clone()));
  }

  /** Returns the SVG document. */
  public String svg() {
    int[] decadesOfX = decades(lines.stream().flatMapToDouble(l -> stream(l.x())).toArray());
    int[] decadesOfY = decades(lines.stream().flatMapToDouble(l -> stream(l.y())).toArray());
    StringBuilder svg = new StringBuilder();
    append(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\">%n",
        WIDTH,
        HEIGHT);
    append(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, HEIGHT);
    text(svg, LEFT, TOP / 2, "start", title);
    for (int decade = decadesOfX[0]; decade <= decadesOfX[1]; decade++) {
      double x = xOf(Math.pow(10, decade), decadesOfX);
      grid(svg, x, TOP, x, HEIGHT - BOTTOM);
      text(svg, x, HEIGHT - BOTTOM + 18, "middle", power(decade));
    }
    for (int decade = decadesOfY[0]; decade <= decadesOfY[1]; decade++) {
      double y = yOf(Math.pow(10, decade), decadesOfY);
      grid(svg, LEFT, y, WIDTH - RIGHT, y);
      text(svg, LEFT - 8, y + 4, "end", power(decade));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", xLabel);
    append(
        svg,
        "<text transform=\"translate(20 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
        (TOP + HEIGHT - BOTTOM) / 2,
        escaped(yLabel));
    for (int i = 0; i < lines.size(); i++) {
      appendLine(svg, lines.get(i), i, decadesOfX, decadesOfY);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void appendLine(StringBuilder svg, Line line, int i, int[] ofX, int[] ofY) {
    String colour = COLOURS.get(i % COLOURS.size());
    StringBuilder points = new StringBuilder();
    for (int n = 0; n < line.x().length; n++) {
      append(points, "%.1f,%.1f ", xOf(line.x()[n], ofX), yOf(line.y()[n], ofY));
      append(
          svg,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
          xOf(line.x()[n], ofX),
          yOf(line.y()[n], ofY),
          colour);
    }
    append(
        svg,
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n",
        points.toString().strip(),
        colour);
    append(
        svg,
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
        WIDTH - RIGHT + 10,
        TOP + 14 + 18 * i,
        colour,
        escaped(line.name()));
  }

  /** Returns the powers of ten around the numbers. */
  private static int[] decades(double[] numbers) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (double number : numbers) {
      low = Math.min(low, (int) Math.floor(Math.log10(number)));
      high = Math.max(high, (int) Math.ceil(Math.log10(number)));
    }
    return new int[] {low, Math.max(high, low + 1)};
  }

  private static double xOf(double x, int[] decades) {
    double part = (Math.log10(x) - decades[0]) / (decades[1] - decades[0]);
    return LEFT + part * (WIDTH - RIGHT - LEFT);
  }

  private static double yOf(double y, int[] decades) {
    double part = (Math.log10(y) - decades[0]) / (decades[1] - decades[0]);
    return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
  }

  private static String power(int decade) {
    return decade >= 0 && decade <= 3
        ? Long.toString(Math.round(Math.pow(10, decade)))
        : "1e" + decade;
  }

  private static void grid(StringBuilder svg, double x, double y, double toX, double toY) {
    append(
        svg,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
        x,
        y,
        toX,
        toY);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    append(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void append(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static DoubleStream stream(double[] numbers) {
    return Arrays.stream(numbers);
  }
}

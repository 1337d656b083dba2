package org.separatrix.runner.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;
import org.separatrix.api.figure.Figure;

/** Draws with the chart library; the same figure gives the same bytes. */
final class ChartDrawing implements Drawing {
  /** Pixels for each point: 192 for an inch, twice those of a screen. */
  private static final double PIXELS = 192.0 / 72;

  static {
    // Rotated labels stay text in an SVG.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private ChartDrawing() {}

  /** Makes a drawing, if this machine has fonts; it fails in one of many ways if not. */
  static Drawing create() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      if (graphics.getFontMetrics(Theme.TEXT).stringWidth("0") <= 0) {
        throw new IllegalStateException("letters have no width");
      }
    } finally {
      graphics.dispose();
    }
    return new ChartDrawing();
  }

  @Override
  public Picture picture(Figure figure) {
    return new Chart(FigureChart.of(figure));
  }

  private record Chart(FigureChart chart) implements Picture {
    @Override
    public void svg(OutputStream out) throws IOException {
      SVGGraphics2D graphics = new SVGGraphics2D(chart.width(), chart.height(), SVGUnits.PT);
      // Not the default, which is the time.
      graphics.setDefsKeyPrefix("d");
      graphics.setGeomDoubleConverter(ChartDrawing::rounded);
      chart.draw(graphics);
      ViewBox box = new ViewBox(0, 0, (int) Math.ceil(chart.width()), (int) chart.height());
      String element = graphics.getSVGElement(null, true, box, null, null);
      graphics.dispose();
      out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n").getBytes(UTF_8));
    }

    @Override
    public void png(OutputStream out) throws IOException {
      BufferedImage image =
          new BufferedImage(
              (int) Math.round(chart.width() * PIXELS),
              (int) Math.round(chart.height() * PIXELS),
              BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      try {
        graphics.setPaint(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS, PIXELS);
        chart.draw(graphics);
      } finally {
        graphics.dispose();
      }
      PngWriter.write(image, out);
    }
  }

  /**
   * Two digits after the decimal point, as many as a page can show.
   *
   * @param value a coordinate or length in an SVG
   */
  static String rounded(double value) {
    long hundredths = Math.round(100 * value);
    StringBuilder digits = new StringBuilder(8);
    if (hundredths < 0) {
      digits.append('-');
    }
    long size = Math.abs(hundredths);
    digits.append(size / 100);
    int rest = (int) (size % 100);
    if (rest > 0) {
      digits.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        digits.append(rest % 10);
      }
    }
    return digits.toString();
  }
}

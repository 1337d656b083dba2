package org.separatrix.runner.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;

/** Makes entries of the legend. */
final class LegendItems {
  private static final Shape LINE = new Line2D.Double(-12, 0, 12, 0);
  private static final Shape SWATCH = new Rectangle2D.Double(-6, -4, 12, 8);

  private LegendItems() {}

  /** A piece of line. */
  static List<LegendItem> line(String name, Look look) {
    return item(name, look, false, Glyph.DISK.at(0, 0, 1), look.color(), true);
  }

  /** A mark. */
  static List<LegendItem> mark(String name, Look look) {
    Shape shape = look.glyph().at(0, 0, Math.min(4, 1.2 * look.radius()));
    Color fill = look.glyph().isFilled() ? look.color() : Color.WHITE;
    return item(name, look, true, shape, fill, false);
  }

  /** A patch of colour. */
  static List<LegendItem> patch(String name, Look look, Color fill) {
    return item(name, look, true, SWATCH, fill, false);
  }

  private static List<LegendItem> item(
      String name, Look look, boolean shapeVisible, Shape shape, Color fill, boolean lineVisible) {
    if (name.isBlank()) {
      return List.of();
    }
    LegendItem item =
        new LegendItem(
            Typography.set(name),
            null,
            null,
            null,
            shapeVisible,
            shape,
            true,
            fill,
            shapeVisible,
            look.color(),
            new BasicStroke(0.8f),
            lineVisible,
            LINE,
            look.stroke(),
            look.color());
    return List.of(item);
  }
}

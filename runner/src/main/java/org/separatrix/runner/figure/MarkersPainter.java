package org.separatrix.runner.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;

/** Draws marks at points; the more there are the smaller, and small dots where they are many. */
record MarkersPainter(Layer.Markers layer, Look look) implements LayerPainter {
  private static final int FEW = 150;
  private static final int MANY = 1500;
  private static final double SMALL = 0.6;
  private static final double DOT = 0.45;

  @Override
  public void paint(Canvas canvas) {
    Graphics2D graphics = canvas.graphics();
    if (Theme.isCriticalPoint(layer.role()) && layer.x().size() <= FEW) {
      // A halo sets them off from what they lie on.
      graphics.setPaint(Color.WHITE);
      graphics.fill(shapes(canvas, 1.45 * look.radius()));
    }
    int size = layer.x().size();
    Shape shapes = shapes(canvas, size <= FEW ? look.radius() : SMALL * look.radius());
    graphics.setPaint(look.color());
    if (look.glyph().isFilled() || size > MANY) {
      graphics.fill(shapes);
    } else {
      graphics.setStroke(Look.outline());
      graphics.draw(shapes);
    }
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.mark(layer.name(), look);
  }

  /** One path of all marks that are to be seen. */
  private Path2D shapes(Canvas canvas, double radius) {
    boolean dots = layer.x().size() > MANY;
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < layer.x().size(); i++) {
      double x = canvas.x(layer.x().get(i));
      double y = canvas.y(layer.y().get(i));
      if (canvas.isPlace(layer.x().get(i), layer.y().get(i)) && isNear(canvas.area(), x, y)) {
        Shape mark =
            dots
                ? new Rectangle2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT)
                : look.glyph().at(x, y, radius);
        path.append(mark, false);
      }
    }
    return path;
  }

  private static boolean isNear(Rectangle2D area, double x, double y) {
    return x >= area.getMinX() - 8
        && x <= area.getMaxX() + 8
        && y >= area.getMinY() - 8
        && y <= area.getMaxY() + 8;
  }
}

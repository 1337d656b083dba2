package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;

/** Draws vertical intervals with a bar at each end. */
record IntervalsPainter(Layer.Intervals layer, Look look) implements LayerPainter {
  private static final double HALF_BAR = 2;

  @Override
  public void paint(Canvas canvas) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < layer.x().size(); i++) {
      double x = canvas.x(layer.x().get(i));
      double low = canvas.y(layer.low().get(i));
      double high = canvas.y(layer.high().get(i));
      if (!Double.isNaN(x + low + high)) {
        path.moveTo(x, low);
        path.lineTo(x, high);
        addBar(path, x, low);
        addBar(path, x, high);
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(look.color());
    graphics.setStroke(Look.outline());
    graphics.draw(path);
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.line(layer.name(), look);
  }

  private static void addBar(Path2D path, double x, double y) {
    path.moveTo(x - HALF_BAR, y);
    path.lineTo(x + HALF_BAR, y);
  }
}

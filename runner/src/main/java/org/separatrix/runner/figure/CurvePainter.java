package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;

/** Draws points joined by straight lines. */
record CurvePainter(Layer.Curve layer, Look look) implements LayerPainter {
  @Override
  public void paint(Canvas canvas) {
    ClippedPath path = new ClippedPath(canvas.area());
    for (int i = 0; i < layer.x().size(); i++) {
      double x = layer.x().get(i);
      double y = layer.y().get(i);
      if (canvas.isPlace(x, y)) {
        path.add(canvas.x(x), canvas.y(y));
      } else {
        path.lift();
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(look.color());
    graphics.setStroke(look.stroke());
    graphics.draw(path.path());
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.line(layer.name(), look);
  }
}

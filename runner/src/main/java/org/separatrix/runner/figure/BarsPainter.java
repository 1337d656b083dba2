package org.separatrix.runner.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Layer;

/** Draws bars side by side, from zero or from the foot of a logarithmic axis. */
record BarsPainter(Layer.Bars layer, Look look) implements LayerPainter {
  /** Narrower bars have no outline, which would hide them. */
  private static final double NARROW = 2.5;

  @Override
  public void paint(Canvas canvas) {
    boolean linear = canvas.vertical().kind() == Axis.Scale.LINEAR;
    double foot = canvas.y(linear ? 0 : canvas.vertical().low());
    Path2D path = new Path2D.Double();
    double widest = 0;
    for (int i = 0; i < layer.heights().size(); i++) {
      double left = canvas.x(layer.edges().get(i));
      double right = canvas.x(layer.edges().get(i + 1));
      double top = canvas.y(layer.heights().get(i));
      boolean visible = linear ? layer.heights().get(i) != 0 : layer.heights().get(i) > 0;
      if (visible && !Double.isNaN(left + right + top)) {
        path.moveTo(left, foot);
        path.lineTo(left, top);
        path.lineTo(right, top);
        path.lineTo(right, foot);
        path.closePath();
        widest = Math.max(widest, right - left);
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(look.fill());
    graphics.fill(path);
    if (widest > NARROW) {
      graphics.setPaint(look.color());
      graphics.setStroke(new BasicStroke(0.6f));
      graphics.draw(path);
    }
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.patch(layer.name(), look, look.fill());
  }
}

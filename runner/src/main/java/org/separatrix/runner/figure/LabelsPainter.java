package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;

/** Writes texts just above their points. */
record LabelsPainter(Layer.Labels layer, Look look) implements LayerPainter {
  private static final float ABOVE = 2.5f;

  @Override
  public void paint(Canvas canvas) {
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(Theme.AXIS);
    graphics.setFont(Theme.TEXT);
    FontRenderContext exact = new FontRenderContext(null, true, true);
    for (int i = 0; i < layer.texts().size(); i++) {
      double x = layer.x().get(i);
      double y = layer.y().get(i);
      if (canvas.isPlace(x, y)) {
        String text = Typography.set(layer.texts().get(i));
        double back = before() * Theme.TEXT.getStringBounds(text, exact).getWidth();
        graphics.drawString(text, (float) (canvas.x(x) - back), (float) canvas.y(y) - ABOVE);
      }
    }
  }

  /** Share of a text that is to the left of its point. */
  private double before() {
    return switch (layer.anchor()) {
      case START -> 0;
      case MIDDLE -> 0.5;
      case END -> 1;
    };
  }

  @Override
  public List<LegendItem> legend() {
    return List.of();
  }
}

package org.separatrix.runner.figure;

import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;

/** Fills the region between two curves; where a limit is missing it is interrupted. */
record BandPainter(Layer.Band layer, Look look) implements LayerPainter {
  @Override
  public void paint(Canvas canvas) {
    Path2D path = new Path2D.Double();
    int from = 0;
    for (int i = 0; i <= layer.x().size(); i++) {
      if (i == layer.x().size() || isMissing(canvas, i)) {
        append(path, canvas, from, i);
        from = i + 1;
      }
    }
    canvas.graphics().setPaint(look.fill());
    canvas.graphics().fill(path);
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.patch(layer.name(), look, look.fill());
  }

  private boolean isMissing(Canvas canvas, int i) {
    return Double.isNaN(canvas.x(layer.x().get(i)))
        || Double.isNaN(canvas.y(layer.low().get(i)))
        || Double.isNaN(canvas.y(layer.high().get(i)));
  }

  private void append(Path2D path, Canvas canvas, int from, int to) {
    if (to - from < 2) {
      return;
    }
    path.moveTo(canvas.x(layer.x().get(from)), canvas.y(layer.low().get(from)));
    for (int i = from + 1; i < to; i++) {
      path.lineTo(canvas.x(layer.x().get(i)), canvas.y(layer.low().get(i)));
    }
    for (int i = to - 1; i >= from; i--) {
      path.lineTo(canvas.x(layer.x().get(i)), canvas.y(layer.high().get(i)));
    }
    path.closePath();
  }
}

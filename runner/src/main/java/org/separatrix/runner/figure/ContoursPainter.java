package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;

/** Draws contour lines, thin and grey, below everything that matters more. */
record ContoursPainter(String name, List<FigureStyle.ContourLine> lines) implements LayerPainter {
  static ContoursPainter of(Layer.Contours layer) {
    return new ContoursPainter(layer.name(), FigureStyle.contourLines(layer));
  }

  @Override
  public void paint(Canvas canvas) {
    ClippedPath path = new ClippedPath(canvas.area());
    for (FigureStyle.ContourLine line : lines) {
      path.lift();
      for (int i = 0; i < line.x().size(); i++) {
        path.add(canvas.x(line.x().get(i)), canvas.y(line.y().get(i)));
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(look().color());
    graphics.setStroke(look().stroke());
    graphics.draw(path.path());
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.line(name, look());
  }

  private static Look look() {
    return Theme.look(Role.LANDSCAPE, 0);
  }
}

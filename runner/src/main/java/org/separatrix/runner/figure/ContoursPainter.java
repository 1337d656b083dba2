package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;

/** Draws contour lines, thin and grey, below everything that matters more. */
record ContoursPainter(Layer.Contours layer) implements LayerPainter {
  private static final int LEVELS = 14;

  @Override
  public void paint(Canvas canvas) {
    ContourLines lines = new ContourLines(layer.grid(), layer.values());
    ClippedPath path = new ClippedPath(canvas.area());
    for (double level : ContourLevels.of(layer.values(), LEVELS)) {
      for (ContourLines.Line line : lines.at(level)) {
        path.lift();
        for (int i = 0; i < line.x().size(); i++) {
          path.add(canvas.x(line.x().get(i)), canvas.y(line.y().get(i)));
        }
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setPaint(look().color());
    graphics.setStroke(look().stroke());
    graphics.draw(path.path());
  }

  @Override
  public List<LegendItem> legend() {
    return LegendItems.line(layer.name(), look());
  }

  private static Look look() {
    return Theme.look(Role.LANDSCAPE, 0);
  }
}

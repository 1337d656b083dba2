package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** Draws all layers of a figure into a plot. */
@SuppressWarnings("serial") // never serialized
final class LayersAnnotation extends AbstractXYAnnotation {
  private final List<LayerPainter> painters;
  private final Scale horizontal;
  private final Scale vertical;

  LayersAnnotation(List<LayerPainter> painters, Scale horizontal, Scale vertical) {
    this.painters = painters;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      @Nullable PlotRenderingInfo info) {
    Canvas canvas = new Canvas(graphics, area, horizontal, vertical);
    painters.forEach(painter -> painter.paint(canvas));
  }
}

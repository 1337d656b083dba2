package org.separatrix.runner.figure;

import java.util.List;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;

/** Chooses how each layer of a figure is drawn. */
final class LayerPainters {
  private final LayerLooks looks = new LayerLooks();

  private LayerPainters() {}

  /**
   * Returns the painters of a figure's layers, in their order.
   *
   * @param figure the figure
   */
  static List<LayerPainter> of(Figure figure) {
    LayerPainters painters = new LayerPainters();
    return figure.layers().stream().map(painters::painter).toList();
  }

  private LayerPainter painter(Layer layer) {
    if (layer instanceof Layer.Curve curve) {
      return new CurvePainter(curve, looks.look(layer, curve.role()));
    }
    if (layer instanceof Layer.Markers markers) {
      return new MarkersPainter(markers, looks.look(layer, markers.role()));
    }
    if (layer instanceof Layer.Band band) {
      return new BandPainter(band, looks.look(layer, band.role()));
    }
    if (layer instanceof Layer.Intervals intervals) {
      return new IntervalsPainter(intervals, looks.look(layer, intervals.role()));
    }
    if (layer instanceof Layer.Bars bars) {
      return new BarsPainter(bars, looks.look(layer, bars.role()));
    }
    if (layer instanceof Layer.Labels labels) {
      return new LabelsPainter(labels, looks.look(layer, labels.role()));
    }
    if (layer instanceof Layer.Contours contours) {
      return ContoursPainter.of(contours);
    }
    if (layer instanceof Layer.Regions regions) {
      return new RegionsPainter(regions);
    }
    throw new IllegalArgumentException("a layer of kind " + layer.getClass().getName());
  }
}

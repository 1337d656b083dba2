package org.separatrix.runner.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;

/** Chooses how each layer of a figure is drawn. */
final class LayerPainters {
  /** The names that were met, for each kind and role. */
  private final Map<List<Object>, List<String>> names = new HashMap<>();

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
      return new CurvePainter(curve, look(layer, curve.role()));
    }
    if (layer instanceof Layer.Markers markers) {
      return new MarkersPainter(markers, look(layer, markers.role()));
    }
    if (layer instanceof Layer.Band band) {
      return new BandPainter(band, look(layer, band.role()));
    }
    if (layer instanceof Layer.Intervals intervals) {
      return new IntervalsPainter(intervals, look(layer, intervals.role()));
    }
    if (layer instanceof Layer.Bars bars) {
      return new BarsPainter(bars, look(layer, bars.role()));
    }
    if (layer instanceof Layer.Labels labels) {
      return new LabelsPainter(labels, look(layer, labels.role()));
    }
    if (layer instanceof Layer.Contours contours) {
      return new ContoursPainter(contours);
    }
    if (layer instanceof Layer.Regions regions) {
      return new RegionsPainter(regions);
    }
    throw new IllegalArgumentException("a layer of kind " + layer.getClass().getName());
  }

  /** Layers with one name look alike; a further name of the same kind and role looks different. */
  private Look look(Layer layer, Role role) {
    List<String> met =
        names.computeIfAbsent(List.of(layer.getClass(), role), unknown -> new ArrayList<>());
    if (!met.contains(layer.name())) {
      met.add(layer.name());
    }
    return Theme.look(role, met.indexOf(layer.name()));
  }
}

package org.separatrix.runner.latex;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.figure.FigureStyle;

/** The data of a layer as pgfplots reads them: a table with columns separated by commas. */
final class PlotData {
  private final StringBuilder text = new StringBuilder();

  private PlotData(String... columns) {
    text.append(String.join(",", columns)).append('\n');
  }

  /**
   * Returns the table of a layer; of regions, which are an image, an empty text.
   *
   * @param layer the layer
   * @param y the vertical axis; bars of a logarithmic one stand on its foot
   */
  static String of(Layer layer, Axis y) {
    if (layer instanceof Layer.Curve curve) {
      return points(curve.x(), curve.y());
    }
    if (layer instanceof Layer.Markers markers) {
      return points(markers.x(), markers.y());
    }
    if (layer instanceof Layer.Labels labels) {
      return points(labels.x(), labels.y());
    }
    if (layer instanceof Layer.Band band) {
      return outline(band);
    }
    if (layer instanceof Layer.Intervals intervals) {
      return intervals(intervals, y);
    }
    if (layer instanceof Layer.Bars bars) {
      return bars(bars);
    }
    return layer instanceof Layer.Contours contours ? contours(contours) : "";
  }

  private static String points(Series x, Series y) {
    PlotData data = new PlotData("x", "y");
    for (int i = 0; i < x.size(); i++) {
      data.row(x.get(i), y.get(i));
    }
    return data.text.toString();
  }

  /**
   * Along the upper limit and back along the lower one; where a limit is missing it is left out.
   */
  private static String outline(Layer.Band band) {
    PlotData data = new PlotData("x", "y");
    int size = band.x().size();
    for (int i = 0; i < size; i++) {
      data.finite(band.x().get(i), band.high().get(i));
    }
    for (int i = size - 1; i >= 0; i--) {
      data.finite(band.x().get(i), band.low().get(i));
    }
    return data.text.toString();
  }

  private static String intervals(Layer.Intervals layer, Axis axis) {
    PlotData data = new PlotData("x", "y", "below", "above");
    for (int i = 0; i < layer.x().size(); i++) {
      double low = layer.low().get(i);
      double high = layer.high().get(i);
      double middle =
          axis.scale() == Axis.Scale.LOGARITHMIC ? Math.sqrt(low * high) : low + (high - low) / 2;
      data.row(layer.x().get(i), middle, middle - low, high - middle);
    }
    return data.text.toString();
  }

  /** The left edge of each bar with its height; the last edge repeats the last height. */
  private static String bars(Layer.Bars layer) {
    PlotData data = new PlotData("x", "y");
    int size = layer.heights().size();
    for (int i = 0; i <= size; i++) {
      data.row(
          layer.edges().get(i),
          size == 0 ? Double.NaN : layer.heights().get(Math.min(i, size - 1)));
    }
    return data.text.toString();
  }

  private static String contours(Layer.Contours layer) {
    PlotData data = new PlotData("x", "y", "level");
    for (FigureStyle.ContourLine line : FigureStyle.contourLines(layer)) {
      for (int i = 0; i < line.x().size(); i++) {
        data.row(line.x().get(i), line.y().get(i), line.level());
      }
      data.row(Double.NaN, Double.NaN, line.level());
    }
    return data.text.toString();
  }

  private void finite(double x, double y) {
    if (Double.isFinite(x) && Double.isFinite(y)) {
      row(x, y);
    }
  }

  private void row(double... values) {
    List<String> cells = new ArrayList<>();
    for (double value : values) {
      cells.add(
          Double.isNaN(value)
              ? "nan"
              : Double.isInfinite(value)
                  ? (value > 0 ? "inf" : "-inf")
                  : NumberOutput.toString(value, true));
    }
    text.append(String.join(",", cells)).append('\n');
  }
}

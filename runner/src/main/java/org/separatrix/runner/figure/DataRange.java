package org.separatrix.runner.figure;

import java.util.function.DoubleConsumer;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Series;

/**
 * What an axis has to show of the layers when the figure does not say it: all finite values, with a
 * margin unless they fill a grid. Bars stand on zero.
 */
final class DataRange {
  /** Margin on both sides, relative to the range of the values. */
  private static final double MARGIN = 0.04;

  private final Axis.Scale kind;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private boolean exact;
  private boolean grounded;

  private DataRange(Axis.Scale kind) {
    this.kind = kind;
  }

  /** Returns the scale of the horizontal axis. */
  static Scale horizontal(Figure figure) {
    DataRange range = new DataRange(figure.x().scale());
    figure.layers().forEach(range::addAbscissas);
    return range.scale(figure.x());
  }

  /** Returns the scale of the vertical axis. */
  static Scale vertical(Figure figure) {
    DataRange range = new DataRange(figure.y().scale());
    figure.layers().forEach(range::addOrdinates);
    return range.scale(figure.y());
  }

  private void addAbscissas(Layer layer) {
    if (layer instanceof Layer.Curve curve) {
      addAll(curve.x());
    } else if (layer instanceof Layer.Markers markers) {
      addAll(markers.x());
    } else if (layer instanceof Layer.Labels labels) {
      addAll(labels.x());
    } else if (layer instanceof Layer.Band band) {
      addAll(band.x());
    } else if (layer instanceof Layer.Intervals intervals) {
      addAll(intervals.x());
    } else if (layer instanceof Layer.Bars bars) {
      addAll(bars.edges());
    } else if (layer instanceof Layer.Contours contours) {
      addGrid(contours.grid().x());
    } else if (layer instanceof Layer.Regions regions) {
      addGrid(regions.grid().x());
    }
  }

  private void addOrdinates(Layer layer) {
    if (layer instanceof Layer.Curve curve) {
      addAll(curve.y());
    } else if (layer instanceof Layer.Markers markers) {
      addAll(markers.y());
    } else if (layer instanceof Layer.Labels labels) {
      addAll(labels.y());
    } else if (layer instanceof Layer.Band band) {
      addAll(band.low());
      addAll(band.high());
    } else if (layer instanceof Layer.Intervals intervals) {
      addAll(intervals.low());
      addAll(intervals.high());
    } else if (layer instanceof Layer.Bars bars) {
      addAll(bars.heights());
      if (kind == Axis.Scale.LINEAR) {
        grounded = true;
        add(0);
      }
    } else if (layer instanceof Layer.Contours contours) {
      addGrid(contours.grid().y());
    } else if (layer instanceof Layer.Regions regions) {
      addGrid(regions.grid().y());
    }
  }

  private void addGrid(Axis.Range range) {
    exact = true;
    add(range.low());
    add(range.high());
  }

  private void addAll(Series values) {
    DoubleConsumer consumer = this::add;
    values.stream().forEach(consumer);
  }

  private void add(double value) {
    if (Double.isFinite(value) && (kind == Axis.Scale.LINEAR || value > 0)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  private Scale scale(Axis axis) {
    if (axis.range().isPresent() && isPossible(axis.range().get())) {
      return new Scale(kind, axis.range().get().low(), axis.range().get().high());
    }
    if (low > high) {
      return kind == Axis.Scale.LINEAR ? new Scale(kind, 0, 1) : new Scale(kind, 1, 10);
    }
    return kind == Axis.Scale.LINEAR ? linear() : logarithmic();
  }

  /** A range that the axis cannot show, such as one from 0 with equal ratios, is not taken. */
  private boolean isPossible(Axis.Range range) {
    return Double.isFinite(range.high() - range.low())
        && (kind == Axis.Scale.LINEAR || range.low() > 0);
  }

  private Scale linear() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    double room = high - low;
    if (!(room > 1e-12 * size)) {
      double half = size < Double.MIN_NORMAL ? 1 : size / 2;
      return new Scale(
          kind, Math.max(low - half, -Double.MAX_VALUE), Math.min(high + half, Double.MAX_VALUE));
    }
    if (!Double.isFinite(room)) {
      return new Scale(kind, -Double.MAX_VALUE / 4, Double.MAX_VALUE / 4);
    }
    double margin = exact || room > Double.MAX_VALUE / 2 ? 0 : MARGIN * room;
    double below = grounded && low == 0 ? 0 : margin;
    double above = grounded && high == 0 ? 0 : margin;
    return new Scale(
        kind, Math.max(low - below, -Double.MAX_VALUE), Math.min(high + above, Double.MAX_VALUE));
  }

  private Scale logarithmic() {
    double ratio = Math.log(high) - Math.log(low);
    double margin = exact ? 0 : ratio < 1e-9 ? 1 : MARGIN * ratio;
    double from = Math.max(low * Math.exp(-margin), Double.MIN_NORMAL);
    double to = Math.min(high * Math.exp(margin), Double.MAX_VALUE);
    return new Scale(kind, from, from < to ? to : 10 * from);
  }
}

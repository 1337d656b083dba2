package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.basin.LabelRaster;

/**
 * The limit of a start in the middle of each pixel of a slice.
 *
 * @param slice the slice
 * @param grid its pixels
 * @param labels for each pixel the index of its limit in {@code points}, or a negative label of
 *     {@link EnsembleLimits}
 * @param points the limits
 */
record BasinRaster(PlanarSlice slice, Grid grid, LabelRaster labels, List<CriticalPoint> points) {
  /**
   * Runs a start in each pixel.
   *
   * @param cell the method
   * @param census the points known
   * @param slice the slice
   * @param resolution number of pixels along each side
   * @param laboratory runs them
   */
  static BasinRaster of(
      CellResult cell, Census census, PlanarSlice slice, int resolution, Laboratory laboratory) {
    Grid grid = new Grid(slice.x(), slice.y(), resolution, resolution);
    EnsembleLimits limits =
        laboratory.limits(
            "basins/" + cell.id(),
            census,
            cell.optimizer(),
            new PixelStarts(slice, grid),
            resolution * resolution,
            cell.stop());
    return new BasinRaster(
        slice, grid, LabelRaster.of(resolution, resolution, limits.limits()), limits.points());
  }

  /** Two neighbouring pixels: that in column i and row j, and the one to the right or above. */
  record Edge(int i, int j, boolean vertical) {
    /** Abscissa of the middle between the centres, in pixels from the left. */
    double x() {
      return i + (vertical ? 0.5 : 1);
    }

    /** Ordinate of the middle between the centres, in pixels from below. */
    double y() {
      return j + (vertical ? 1 : 0.5);
    }
  }

  /** Returns all neighbours with different limits, row by row. */
  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (int j = 0; j < labels.height(); j++) {
      for (int i = 0; i < labels.width(); i++) {
        int label = labels.label(i, j);
        if (i + 1 < labels.width() && labels.label(i + 1, j) != label) {
          edges.add(new Edge(i, j, false));
        }
        if (j + 1 < labels.height() && labels.label(i, j + 1) != label) {
          edges.add(new Edge(i, j, true));
        }
      }
    }
    return edges;
  }

  /** Returns the plane's coordinates of a place given in pixels. */
  double[] plane(double px, double py) {
    return new double[] {
      slice.x().low() + (slice.x().high() - slice.x().low()) * px / labels.width(),
      slice.y().low() + (slice.y().high() - slice.y().low()) * py / labels.height()
    };
  }

  /** Returns the place in pixels of a point in the plane. */
  double[] pixels(double[] u) {
    return new double[] {
      (u[0] - slice.x().low()) / (slice.x().high() - slice.x().low()) * labels.width(),
      (u[1] - slice.y().low()) / (slice.y().high() - slice.y().low()) * labels.height()
    };
  }

  /** Returns the share of the pixels of each limit, in the order of the points. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    double pixels = (double) labels.width() * labels.height();
    labels.counts().forEach((label, count) -> shares.put(name(label), (double) count / pixels));
    return shares;
  }

  /** Returns the share of the pixels that go to another limit than in a raster of one size. */
  double changedFrom(BasinRaster other) {
    long changed = 0;
    for (int j = 0; j < labels.height(); j++) {
      for (int i = 0; i < labels.width(); i++) {
        changed += labels.label(i, j) == other.labels.label(i, j) ? 0 : 1;
      }
    }
    return (double) changed / ((double) labels.width() * labels.height());
  }

  /** Returns what a label is called. */
  String name(int label) {
    return switch (label) {
      case EnsembleLimits.NONE -> "no limit";
      case EnsembleLimits.UNRESOLVED -> "unresolved";
      case EnsembleLimits.UNLISTED -> "an unlisted minimum";
      default -> label < points.size() ? points.get(label).id() : "a new point";
    };
  }

  /** Returns the number of pixels whose limit is not a minimum. */
  long elsewhere() {
    return labels.counts().entrySet().stream()
        .filter(entry -> !isMinimum(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  boolean isMinimum(int label) {
    return label == EnsembleLimits.UNLISTED
        || (label >= 0 && points.get(label).kind() == CriticalPointKind.LOCAL_MINIMUM);
  }
}

package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.separatrix.analysis.portrait.PortraitLayers;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.basin.LabelRaster;

/** Draws a raster of limits with the stable manifolds over it. */
final class BasinFigure {
  private static final int MOST_PIXELS = 512;

  private BasinFigure() {}

  static Figure of(BasinExperiment experiment) {
    BasinRaster raster = experiment.raster();
    PlanarSlice slice = raster.slice();
    List<Layer> layers = new ArrayList<>();
    layers.add(regions(raster));
    experiment.curves().ifPresent(curves -> layers.add(stable(curves.pieces())));
    layers.addAll(points(experiment.census().points(), slice));
    return new Figure(
            "basins/" + experiment.cell().id(),
            experiment.cell().problem().name(),
            Optional.of(experiment.cell().id()),
            "Basins of attraction of " + experiment.cell().optimizerName(),
            "The limit of each of %d x %d starts, and the starts that go to saddles."
                .formatted(raster.labels().width(), raster.labels().height()),
            axis(slice.names().get(0), slice.x()),
            axis(slice.names().get(1), slice.y()),
            layers)
        .with(Figure.Aspect.EQUAL);
  }

  static Axis axis(String name, Axis.Range range) {
    return Axis.linear("start " + name).between(range.low(), range.high());
  }

  /** The pixels, of which every m-th is shown where there are more than can be seen. */
  private static Layer regions(BasinRaster raster) {
    LabelRaster labels = raster.labels();
    int stride = 1 + (labels.width() - 1) / MOST_PIXELS;
    int columns = labels.width() / stride;
    int rows = labels.height() / stride;
    List<Integer> present = new ArrayList<>(new TreeSet<>(labels.counts().keySet()));
    Grid grid = new Grid(raster.slice().x(), raster.slice().y(), columns, rows);
    Series shown =
        Series.of(
            columns * rows,
            n -> {
              int i = n % columns * stride + stride / 2;
              int j = n / columns * stride + stride / 2;
              return present.indexOf(labels.label(i, j));
            });
    return new Layer.Regions(
        "limit", grid, shown, present.stream().map(label -> meaning(raster, label)).toList());
  }

  private static String meaning(BasinRaster raster, int label) {
    return label < 0
        ? raster.name(label)
        : raster.name(label) + ", " + raster.points().get(label).kind().label();
  }

  /** All curves in one layer, with gaps between them. */
  static Layer stable(List<StableCurves.Piece> pieces) {
    List<double[][]> curves = new ArrayList<>();
    pieces.forEach(piece -> curves.add(piece.curve().points()));
    return PortraitLayers.curves("W^s of the saddles", Role.STABLE_MANIFOLD, curves);
  }

  /** The critical points on the slice. */
  static List<Layer> points(List<CriticalPoint> points, PlanarSlice slice) {
    return PortraitLayers.points(
        points, point -> slice.coordinates(point.x()).filter(slice::contains));
  }
}

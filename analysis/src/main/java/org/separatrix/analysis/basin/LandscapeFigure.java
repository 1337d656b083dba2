package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.analysis.portrait.ManifoldShape;
import org.separatrix.analysis.portrait.PortraitLayers;
import org.separatrix.analysis.portrait.RunPaths;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.manifold.MethodMap;

/**
 * Draws a function of two variables with contours, runs of a method, its critical points, and the
 * stable and unstable manifolds of the method's own map.
 */
final class LandscapeFigure {
  private LandscapeFigure() {}

  /** Returns the figure of a slice that is the whole plane. */
  static Optional<Figure> of(BasinExperiment experiment, int order, Laboratory laboratory) {
    PlanarSlice slice = experiment.raster().slice();
    if (!slice.isWholePlane()) {
      return Optional.empty();
    }
    CellResult cell = experiment.cell();
    List<Layer> layers = new ArrayList<>();
    layers.add(
        PortraitLayers.contours(cell.problem().objective(), slice.x(), slice.y(), slice::position));
    experiment
        .curves()
        .filter(curves -> !curves.pieces().isEmpty())
        .ifPresent(curves -> layers.add(BasinFigure.stable(curves.pieces())));
    List<double[][]> unstable =
        experiment
            .closedForm()
            .map()
            .map(map -> unstable(experiment, map, order))
            .orElse(List.of());
    if (!unstable.isEmpty()) {
      layers.add(PortraitLayers.curves("W^u of the saddles", Role.UNSTABLE_MANIFOLD, unstable));
    }
    if (cell.optimizer().isDeterministic()) {
      layers.add(PortraitLayers.curves("runs", Role.TRAJECTORY, runs(cell, slice, laboratory)));
    }
    layers.addAll(BasinFigure.points(experiment.census().points(), slice));
    return Optional.of(
        new Figure(
                "landscape/" + cell.id(),
                cell.problem().name(),
                Optional.of(cell.id()),
                "%s under %s".formatted(cell.problem().name(), cell.optimizerName()),
                "Contours of f, runs from the study's starts, critical points, and the stable and"
                    + " unstable manifolds of the method's map.",
                BasinFigure.axis(slice.names().get(0), slice.x()),
                BasinFigure.axis(slice.names().get(1), slice.y()),
                layers)
            .with(Figure.Aspect.EQUAL));
  }

  /** Curves from the saddles with one unstable direction, in the plane of the slice. */
  private static List<double[][]> unstable(BasinExperiment experiment, MethodMap map, int order) {
    PlanarSlice slice = experiment.raster().slice();
    LocalManifolds local = new LocalManifolds(map, order);
    List<double[][]> curves = new ArrayList<>();
    for (CriticalPoint saddle : experiment.census().points()) {
      if (saddle.kind() == CriticalPointKind.STRICT_SADDLE) {
        unstable(local, saddle, experiment.cell().problem().domain())
            .map(
                shape ->
                    Arrays.stream(shape.curve())
                        .map(x -> slice.coordinates(x).orElseThrow())
                        .toArray(double[][]::new))
            .ifPresent(curves::add);
      }
    }
    return curves;
  }

  /** A saddle without a computable manifold is drawn alone. */
  private static Optional<ManifoldShape> unstable(
      LocalManifolds local, CriticalPoint saddle, Box domain) {
    try {
      return ManifoldShape.unstable(local.unstable(saddle), domain);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static List<double[][]> runs(CellResult cell, PlanarSlice slice, Laboratory laboratory) {
    return RunPaths.of(cell, laboratory).stream()
        .map(
            path ->
                Arrays.stream(path)
                    .map(x -> slice.coordinates(x).orElseThrow())
                    .toArray(double[][]::new))
        .toList();
  }
}

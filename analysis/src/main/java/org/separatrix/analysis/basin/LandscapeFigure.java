package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.manifold.GrowthLimits;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCurve;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.UnstableCurveGrowth;

/**
 * Draws a function of two variables with contours, runs of a method, its critical points, and the
 * stable and unstable manifolds of the method's own map.
 */
final class LandscapeFigure {
  private static final int CELLS = 100;
  private static final int RUNS = 6;
  private static final int MOST_STEPS = 2000;
  private static final double REST = 1e-6;
  private static final double POINTS_ACROSS = 200;
  private static final double LENGTH = 10;

  private LandscapeFigure() {}

  /** Returns the figure of a slice that is the whole plane. */
  static Optional<Figure> of(BasinExperiment experiment, int order, Laboratory laboratory) {
    PlanarSlice slice = experiment.raster().slice();
    if (!slice.isWholePlane()) {
      return Optional.empty();
    }
    CellResult cell = experiment.cell();
    List<Layer> layers = new ArrayList<>();
    layers.add(contours(cell.problem().objective(), slice));
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
      layers.add(BasinFigure.curve("W^u of the saddles", Role.UNSTABLE_MANIFOLD, unstable));
    }
    if (cell.optimizer().isDeterministic()) {
      layers.add(BasinFigure.curve("runs", Role.TRAJECTORY, runs(cell, slice, laboratory)));
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

  private static Layer contours(Objective objective, PlanarSlice slice) {
    Grid grid = new Grid(slice.x(), slice.y(), CELLS, CELLS);
    double[][] x = new double[2][CELLS * CELLS];
    for (int n = 0; n < CELLS * CELLS; n++) {
      double[] position =
          slice.position(grid.middleOfColumn(n % CELLS), grid.middleOfRow(n / CELLS));
      x[0][n] = position[0];
      x[1][n] = position[1];
    }
    double[] f = new double[CELLS * CELLS];
    objective.value(x, f, f.length);
    Series values = Series.of(f.length, n -> Double.isFinite(f[n]) ? f[n] : Double.NaN);
    return new Layer.Contours("f", grid, values);
  }

  /** Curves from the saddles with one unstable direction, as positions in the plane. */
  private static List<double[][]> unstable(BasinExperiment experiment, MethodMap map, int order) {
    PlanarSlice slice = experiment.raster().slice();
    Box domain = experiment.cell().problem().domain();
    List<double[][]> curves = new ArrayList<>();
    for (CriticalPoint saddle : experiment.census().points()) {
      if (saddle.kind() == CriticalPointKind.STRICT_SADDLE) {
        unstable(new LocalManifolds(map, order), saddle, domain)
            .map(curve -> positions(curve, map, slice))
            .ifPresent(curves::add);
      }
    }
    return curves;
  }

  /** Returns the unstable curve of a saddle; a saddle without a computable one is drawn alone. */
  private static Optional<ManifoldCurve> unstable(
      LocalManifolds local, CriticalPoint saddle, Box domain) {
    GrowthLimits limits =
        GrowthLimits.within(domain, domain.diameter() / POINTS_ACROSS)
            .withArcLength(LENGTH * domain.diameter());
    try {
      LocalManifold manifold = local.unstable(saddle);
      return manifold.dimension() == 1
          ? Optional.of(new UnstableCurveGrowth(manifold, limits).grow())
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static double[][] positions(ManifoldCurve curve, MethodMap map, PlanarSlice slice) {
    double[][] plane = new double[curve.size()][];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = slice.coordinates(map.position(curve.points()[i])).orElseThrow();
    }
    return plane;
  }

  private static List<double[][]> runs(CellResult cell, PlanarSlice slice, Laboratory laboratory) {
    StepMap map = laboratory.map(cell.problem(), cell.optimizer());
    List<double[][]> runs = new ArrayList<>();
    for (int run = 0; run < Math.min(RUNS, cell.start().count().orElse(RUNS)); run++) {
      double[] x = new double[2];
      cell.start().draw(laboratory.random("landscape/" + cell.id() + "/" + run), run, x);
      double[] state = map.lift(x);
      double[] next = new double[state.length];
      List<double[]> path = new ArrayList<>();
      double[] last = x;
      for (int k = 0; k < MOST_STEPS && Double.isFinite(x[0] + x[1]); k++) {
        path.add(slice.coordinates(x).orElseThrow());
        map.apply(state, next);
        double[] swap = state;
        state = next;
        next = swap;
        last = x;
        x = map.position(state);
        if (Math.hypot(x[0] - last[0], x[1] - last[1]) < REST * slice.diagonal()) {
          break;
        }
      }
      runs.add(path.toArray(double[][]::new));
    }
    return runs;
  }
}
